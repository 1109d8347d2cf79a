package dev.cloakroom.config;

/** What access tokens are. */
public enum BearerKind {
  /** JSON Web Tokens, which other programs can verify. */
  JWT,
  /** Texts that mean something to this application alone. */
  OPAQUE
}
