package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cloakroom.http.SetCookie;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.Stub;
import dev.cloakroom.testing.TestApplication;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookiePolicyTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static CookiePolicy policy(Map<String, String> settings) {
    return new TestApplication(settings).policy;
  }

  @Test
  void guards_theContainersCookieByDefault_andNoOther() {
    CookiePolicy policy = policy(Map.of());

    assertThat(policy.guards("JSESSIONID")).isTrue();
    assertThat(policy.guards("jsessionid")).isFalse();
    assertThat(policy.guards("theme")).isFalse();
  }

  @Test
  void guards_whatTheSettingsName() {
    CookiePolicy policy = policy(Map.of("cloakroom.cookie.guard", "theme"));

    assertThat(policy.guards("theme")).isTrue();
    assertThat(policy.guards("JSESSIONID")).isFalse();
  }

  @Test
  @Tag("C2")
  void guarded_getsAllAttributesOnce() {
    assertThat(
            policy(Map.of())
                .guarded("JSESSIONID=x; Path=/app; samesite=None", FakeRequest.get("/page")))
        .startsWith("JSESSIONID=x;")
        .contains("Path=/app", "HttpOnly", "Secure", "SameSite=Lax")
        .doesNotContain("None");
  }

  @Test
  @Tag("C2")
  void partitioned_areOursAndTheGuarded() {
    CookiePolicy policy =
        policy(Map.of("cloakroom.cookie.same-site", "None", "cloakroom.cookie.partitioned", "on"));
    FakeRequest request = FakeRequest.get("/page");

    assertThat(policy.own(SetCookie.of("__Host-sid", "x"), request).headerValue())
        .endsWith("; SameSite=None; Partitioned; Secure");
    assertThat(policy.own(SetCookie.expired("__Host-sid"), request).headerValue())
        .contains("; Partitioned");
    assertThat(policy.guarded("JSESSIONID=x; partitioned", request)).containsOnlyOnce("artitioned");
    assertThat(policy.guarded(new Cookie("JSESSIONID", "x"), request, NOON))
        .contains("; Partitioned");
    assertThat(policy.forContainer(new Cookie("JSESSIONID", "x y"), request).getAttributes())
        .containsKey("Partitioned");
    assertThat(policy(Map.of()).own(SetCookie.of("__Host-sid", "x"), request).headerValue())
        .doesNotContain("Partitioned");
  }

  @Test
  void guarded_overPlainHttp_isSecureOnlyWhereAlways() {
    FakeRequest plain = FakeRequest.get("/page").plain();
    CookiePolicy auto = policy(Map.of("cloakroom.cookie.secure", "auto"));

    assertThat(auto.guarded("JSESSIONID=x", plain)).doesNotContain("Secure");
    assertThat(auto.guarded("JSESSIONID=x", FakeRequest.get("/page"))).contains("Secure");
    assertThat(policy(Map.of()).guarded("JSESSIONID=x", plain)).contains("Secure");
  }

  @Test
  @Tag("C2")
  void guarded_addedCookie_keepsWhatItHas_andGetsTheRest() {
    Cookie added = new Cookie("theme", "dark");
    added.setPath("/shop");
    added.setDomain("shop.test");
    added.setMaxAge(60);

    assertThat(policy(Map.of()).guarded(added, FakeRequest.get("/page"), NOON))
        .isEqualTo(
            "theme=dark; Max-Age=60; Expires=Fri, 20 Nov 2026 12:01:00 GMT; Path=/shop;"
                + " Domain=shop.test; HttpOnly; SameSite=Lax; Secure");
  }

  @Test
  void guarded_addedCookie_withoutAValueOrAttributes_lastsForTheBrowserSession() {
    FakeRequest plain = FakeRequest.get("/page").plain();
    CookiePolicy auto = policy(Map.of("cloakroom.cookie.secure", "auto"));
    Cookie secure = new Cookie("theme", "dark");
    secure.setSecure(true);

    assertThat(auto.guarded(new Cookie("theme", null), plain, NOON))
        .isEqualTo("theme=; HttpOnly; SameSite=Lax");
    assertThat(auto.guarded(secure, plain, NOON)).endsWith("; Secure");
  }

  @Test
  void guarded_addedCookie_keepsAttributesOfItsOwn() {
    Cookie added = new Cookie("theme", "dark");
    added.setAttribute("Priority", "High");
    added.setAttribute("Partitioned", "");

    assertThat(policy(Map.of()).guarded(added, FakeRequest.get("/page"), NOON))
        .contains("; Priority=High", "; Partitioned")
        .doesNotContain("Partitioned=");
  }

  @Test
  void nameOfAVisitorsCookie_isOurs_whateverIsShared() {
    CookiePolicy shared = policy(Map.of("cloakroom.cookie.domain", "shop.test"));

    assertThat(shared.isOurs("__Host-sid-csrf")).isTrue();
    assertThat(shared.isOurs("sid-csrf")).isFalse();
    assertThat(shared.isOurs("__Host-sid")).isFalse();
    assertThat(policy(Map.of("cloakroom.cookie.secure", "auto")).isOurs("sid-csrf")).isTrue();
  }

  @Test
  void forContainer_hasTheAttributes_andKeepsTheValue() {
    Cookie added = new Cookie("theme", "dark blue");
    assertThat(CookiePolicy.canWrite(added)).isFalse();
    assertThat(CookiePolicy.canWrite(new Cookie("theme", "dark"))).isTrue();

    Cookie left = policy(Map.of()).forContainer(added, FakeRequest.get("/page"));

    assertThat(left.getValue()).isEqualTo("dark blue");
    assertThat(left.isHttpOnly() && left.getSecure()).isTrue();
    assertThat(left.getAttribute("SameSite")).isEqualTo("Lax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a\nb", "a\u007f"})
  void forContainer_valueThatWouldEndTheCookie_isRefusedByName(String value) {
    Cookie added = new Cookie("theme", value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy(Map.of()).forContainer(added, FakeRequest.get("/page")))
        .withMessageStartingWith("Cookie theme:");
  }

  @Test
  void guards_theContainersCookieByWhateverName_unlessToldOtherwise() {
    assertThat(policy(Map.of()).withContainersCookie("APPSESS").guards("APPSESS")).isTrue();
    CookiePolicy others = policy(Map.of("cloakroom.cookie.guard", "theme"));
    assertThat(others.withContainersCookie("APPSESS").guards("APPSESS")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,     https, __Host-sid",
    "10.0.0.1,     http,  sid",
    "198.51.100.1, https, sid"
  })
  @Tag("C1")
  @Tag("X15")
  void sessionCookieName_isByWhatATrustedProxySays(String from, String scheme, String name) {
    CookiePolicy policy =
        policy(Map.of("cloakroom.cookie.secure", "auto", "cloakroom.trusted-proxies", "10.0.0.1"));
    FakeRequest request =
        FakeRequest.get("/page")
            .plain()
            .from(from, "shop.test")
            .header("X-Forwarded-Proto", scheme);

    assertThat(policy.cookie("").name(request)).isEqualTo(name);
    assertThat(policy.guarded("JSESSIONID=x", request).contains("Secure"))
        .isEqualTo(name.startsWith("__Host-"));
  }

  @ParameterizedTest
  @CsvSource({
    "always, __Host-sid, true",
    "always, __Host-sid-device, true",
    "always, sid, false",
    "auto, sid, true",
    "auto, sid-device, true",
    "always, __Host-sid-factor, true",
    "auto, __Host-sid, true",
    "auto, side, false",
    "auto, SID, false"
  })
  void isOurs_theNamesThatOursCanHave(String secure, String name, boolean isOurs) {
    assertThat(policy(Map.of("cloakroom.cookie.secure", secure)).isOurs(name)).isEqualTo(isOurs);
  }

  @ParameterizedTest
  @CsvSource({
    "always, false, true",
    "always, true, true",
    "auto, false, false",
    "auto, true, true"
  })
  void guard_containersCookie_isSecureWhereAlways_orAsTheApplicationHasIt(
      String setting, boolean before, boolean isSecure) {
    Map<String, Object> configured = new HashMap<>();
    ContainerSession.guard(
        Stub.of(
            SessionCookieConfig.class,
            Map.of(
                "isSecure", none -> before,
                "setHttpOnly", arguments -> configured.put("HttpOnly", arguments[0]),
                "setSecure", arguments -> configured.put("Secure", arguments[0]),
                "setAttribute", pair -> configured.put((String) pair[0], pair[1]))),
        policy(Map.of("cloakroom.cookie.secure", setting)));

    assertThat(configured)
        .isEqualTo(Map.of("HttpOnly", true, "Secure", isSecure, "SameSite", "Lax"));
  }
}
