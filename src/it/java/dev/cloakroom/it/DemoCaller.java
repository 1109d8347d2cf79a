package dev.cloakroom.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;

/** The callers whom the demo knows. */
enum DemoCaller {
  ALICE("123"),
  BOB("123"),
  CAROL("123"),
  USER1("pass1"),
  USER("password"),
  TESTUSER("testpass"),
  TEST("pass"),
  ADMIN("admin-pass");

  private final String password;

  DemoCaller(String password) {
    this.password = password;
  }

  String callerName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String password() {
    return password;
  }

  /** What logs this caller in. */
  JsonObject credentials() {
    return credentials(password);
  }

  /** What would log this caller in if the password were right. */
  JsonObject credentials(String password) {
    return Json.createObjectBuilder()
        .add("username", callerName())
        .add("password", password)
        .build();
  }
}
