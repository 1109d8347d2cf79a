package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepUpPageSettingsTest {

  private static Set<String> loginPaths(Map<String, String> more) {
    Map<String, String> given = new HashMap<>(more);
    given.put("cloakroom.login.page", "/in");
    given.put("cloakroom.login.form-action", "on");
    return SettingsReader.read(SettingsSource.of("test", given)).settings().pathsOf(Endpoint.LOGIN);
  }

  /** Its form names a relative address, as that of the login page does. */
  @Test
  void formOfThePage_mayBeOneOfFormAuthentication() {
    assertThat(loginPaths(Map.of("cloakroom.login.step-up-page", "/more/confirm?a=b/c")))
        .contains("/more/j_security_check", "/j_security_check");
    assertThat(loginPaths(Map.of())).doesNotContain("/more/j_security_check");
  }
}
