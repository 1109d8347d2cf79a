package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.testing.TestFactors;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose path is whose. */
class CredentialPathsTest {

  @ParameterizedTest
  @CsvSource({
    "/login,   true,  true",
    "/refresh, true,  true",
    "/revoke,  true,  true",
    "/login,   false, false",
    "/refresh, false, false",
    "/revoke,  false, false",
    "/logout,  true,  false",
    "/session, true,  false"
  })
  void pathOfAnEndpoint_isTheApplications_onceItIsSwitchedOff(
      String path, String enabled, boolean included) {
    TestApplication app =
        new TestApplication(
            Map.of(
                "cloakroom.endpoint.login.enabled", enabled,
                "cloakroom.endpoint.refresh.enabled", enabled,
                "cloakroom.endpoint.revoke.enabled", enabled));
    CredentialPaths paths = new CredentialPaths(app.settings, new TestFactors(app).cookie);

    assertThat(paths.includes(FakeRequest.get(path))).isEqualTo(included);
  }
}
