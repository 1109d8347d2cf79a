package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.Device;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeviceCookieTest {
  private static final Map<String, String> A_MONTH = Map.of("cloakroom.device.lifetime", "P30D");

  private final TestApplication app = new TestApplication(A_MONTH);

  private static String remembered(TestApplication app, FakeRequest request) {
    FakeResponse response = new FakeResponse();
    app.device.remember(request, response, Set.of("alice"));
    assertThat(response.cookies()).hasSize(1);
    return response.cookies().get(0);
  }

  private static FakeRequest showing(String setCookie) {
    return FakeRequest.post("/login").cookie(setCookie.substring(0, setCookie.indexOf(';')));
  }

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  void remember_bySettingsUntouched_setsALastingHostCookie() {
    assertThat(remembered(app, FakeRequest.post("/login")).split("; ", -1))
        .satisfies(parts -> assertThat(parts[0]).startsWith("__Host-sid-device="))
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=" + 30 * 24 * 3600);
  }

  @Test
  void remember_overPlainHttp_isNamedLikeTheSessionCookie() {
    TestApplication auto =
        new TestApplication(
            Map.of("cloakroom.device.lifetime", "P30D", "cloakroom.cookie.secure", "auto"));

    assertThat(remembered(auto, FakeRequest.post("/login").plain()))
        .startsWith("sid-device=")
        .doesNotContain("Secure");
  }

  @Test
  void of_aDeviceThatRemembers_isKnownForThatCaller() {
    FakeRequest again = showing(remembered(app, FakeRequest.post("/login")));

    assertThat(app.device.of(again, "alice")).isEqualTo(Device.KNOWN);
    assertThat(app.device.of(again, "bob")).isEqualTo(Device.NEW);
    assertThat(app.device.of(FakeRequest.post("/login"), "alice")).isEqualTo(Device.NEW);
  }

  @Test
  void of_twoCookiesThatDiffer_isNew() {
    FakeRequest twice = showing(remembered(app, FakeRequest.post("/login")));
    twice.cookie("__Host-sid-device=other");

    assertThat(app.device.of(twice, "alice")).isEqualTo(Device.NEW);
  }

  @Test
  void remember_whenAskedNotTo_setsNoCookie() {
    assertNotRemembered(
        new TestApplication(Map.of("cloakroom.device.lifetime", "PT0S")), ofABrowser());
  }

  /** A program that logs in anew holds tokens, and may expect to be given one cookie. */
  @Test
  @Tag("P1")
  void remember_bySettingsUntouched_isForBrowsersAlone() {
    TestApplication untouched = new TestApplication();

    assertThat(remembered(untouched, ofABrowser())).contains("Max-Age=" + 90 * 24 * 3600);
    assertThat(untouched.device.of(ofABrowser(), "alice")).isEqualTo(Device.NEW);
    assertNotRemembered(untouched, FakeRequest.post("/login"));
  }

  private static FakeRequest ofABrowser() {
    return FakeRequest.post("/login").header("Sec-Fetch-Site", "same-origin");
  }

  private static void assertNotRemembered(TestApplication app, FakeRequest request) {
    FakeResponse response = new FakeResponse();
    app.device.remember(request, response, Set.of("alice"));

    assertThat(response.cookies()).isEmpty();
    assertThat(app.device.of(request, "alice")).isEqualTo(Device.NOT_REMEMBERED);
  }

  @Test
  void logout_leavesTheCookieAlone() {
    FakeResponse response = new FakeResponse();
    app.logout.run(showing(remembered(app, FakeRequest.post("/login"))), response);

    assertThat(response.cookies()).singleElement().asString().startsWith("__Host-sid=;");
  }
}
