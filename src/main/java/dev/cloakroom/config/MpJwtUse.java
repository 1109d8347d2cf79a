package dev.cloakroom.config;

/** Whether {@code mp.jwt.*} is said for this application. */
enum MpJwtUse {
  ON,
  OFF
}
