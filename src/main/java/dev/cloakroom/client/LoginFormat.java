package dev.cloakroom.client;

import java.util.Map;

/** How name and password are sent. */
public enum LoginFormat {
  /** As JSON: {@code {"username": …, "password": …}}. */
  JSON,
  /** As a form with the fields {@code username} and {@code password}. */
  FORM;

  Body body(String user, String password) {
    Map<String, String> fields = Map.of("username", user, "password", password);
    return this == JSON ? Body.json(fields) : Body.form(fields);
  }
}
