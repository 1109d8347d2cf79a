package dev.cloakroom.client;

import java.util.Map;

/** How name and password are sent. */
public enum LoginFormat {
  /** As JSON: {@code {"username": …, "password": …}}. */
  JSON,
  /** As a form with the fields {@code username} and {@code password}. */
  FORM;

  Body body(String user, String password) {
    if (user.isBlank() || password.isEmpty()) {
      throw new IllegalArgumentException("A login needs a name and a password");
    }
    return body(Map.of("username", user, "password", password));
  }

  Body body(Map<String, String> fields) {
    return this == JSON ? Body.json(fields) : Body.form(fields);
  }
}
