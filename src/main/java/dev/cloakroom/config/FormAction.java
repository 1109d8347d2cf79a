package dev.cloakroom.config;

/** Whether {@code j_security_check} is the login endpoint, too. */
public enum FormAction {
  ON,
  OFF
}
