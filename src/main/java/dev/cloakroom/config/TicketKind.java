package dev.cloakroom.config;

/** What a session cookie carries. */
public enum TicketKind {
  /** Random bits that find and prove the login session. */
  OPAQUE,
  /** Besides, what the session is, under a symmetric key. */
  SIGNED,
  /** The same as a JSON Web Token, which other programs can verify. */
  JWT
}
