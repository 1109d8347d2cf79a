package dev.cloakroom.config;

/** What becomes of a login session when a replaced ticket of it comes again after the grace. */
public enum WhenStolen {
  /** It ends, for all who hold a ticket of it. */
  END,
  /** It goes on; the application is told. */
  REPORT
}
