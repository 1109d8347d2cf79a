package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CookiePolicyTest {
  private static CookiePolicy policy(Map<String, String> settings) {
    return new CookiePolicy(new TestApplication(settings).settings.cookie());
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
  void guarded_overPlainHttp_isSecureOnlyWhereAlways() {
    FakeRequest plain = FakeRequest.get("/page").plain();
    CookiePolicy auto = policy(Map.of("cloakroom.cookie.secure", "auto"));

    assertThat(auto.guarded("JSESSIONID=x", plain)).doesNotContain("Secure");
    assertThat(auto.guarded("JSESSIONID=x", FakeRequest.get("/page"))).contains("Secure");
    assertThat(policy(Map.of()).guarded("JSESSIONID=x", plain)).contains("Secure");
  }
}
