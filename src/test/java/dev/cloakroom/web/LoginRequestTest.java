package dev.cloakroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.web.LoginRequest.Persistence;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRequestTest {
  private static final Map<String, String> GOOD = Map.of("username", "alice", "password", "pw");

  private static Map<String, String> goodAnd(String name, String value) {
    Map<String, String> fields = new HashMap<>(GOOD);
    fields.put(name, value);
    return fields;
  }

  @ParameterizedTest
  @CsvSource({
    "username, password",
    "user, pwd",
    "email, j_password",
    "j_username, j_password",
    "username, pwd",
    "email, password"
  })
  void of_anyOfTheNames(String nameField, String passwordField) {
    assertThat(LoginRequest.of(Map.of(nameField, "alice", passwordField, "pw")))
        .contains(new LoginRequest("alice", "pw", Persistence.TRANSIENT, null));
  }

  @Test
  void of_missingOrEmpty_isNoLogin() {
    assertThat(LoginRequest.of(Map.of())).isEmpty();
    assertThat(LoginRequest.of(Map.of("username", "alice"))).isEmpty();
    assertThat(LoginRequest.of(Map.of("password", "pw"))).isEmpty();
    assertThat(LoginRequest.of(goodAnd("username", ""))).isEmpty();
    assertThat(LoginRequest.of(goodAnd("password", ""))).isEmpty();
    assertThat(LoginRequest.of(GOOD)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "email", "j_username", "pwd", "j_password"})
  @Tag("X19")
  void of_twoNamesOrTwoPasswords_isNoLogin(String second) {
    assertThat(LoginRequest.of(goodAnd(second, "alice"))).isEmpty();
  }

  @Test
  @Tag("P3")
  void of_nameAndPassword_areAsReceived() {
    String password = " p\u00e4ss\u200bword " + "x".repeat(200) + "\n";

    assertThat(LoginRequest.of(Map.of("username", " Alice ", "password", password)))
        .contains(new LoginRequest(" Alice ", password, Persistence.TRANSIENT, null));
  }

  @ParameterizedTest
  @CsvSource({
    "true,REMEMBERED",
    "on,REMEMBERED",
    "yes,REMEMBERED",
    "1,REMEMBERED",
    "false,TRANSIENT",
    "off,TRANSIENT",
    "0,TRANSIENT",
    "'',TRANSIENT",
    "maybe,TRANSIENT"
  })
  @Tag("S17")
  void of_remember(String value, Persistence persistence) {
    assertThat(LoginRequest.of(goodAnd("remember", value)))
        .map(LoginRequest::persistence)
        .contains(persistence);
  }

  @Test
  void of_next_isAsReceived() {
    assertThat(LoginRequest.of(goodAnd("next", "//evil.test")))
        .map(LoginRequest::next)
        .contains("//evil.test");
  }

  @Test
  @Tag("G5")
  void toString_showsNothing() {
    assertThat(LoginRequest.of(GOOD).orElseThrow().toString()).doesNotContain("pw", "alice");
  }
}
