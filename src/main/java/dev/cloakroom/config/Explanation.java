package dev.cloakroom.config;

/** Whether refused pages of other origins, and the log, are told which rule they break. */
public enum Explanation {
  ON,
  OFF
}
