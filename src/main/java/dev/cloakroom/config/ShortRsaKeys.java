package dev.cloakroom.config;

/** Whether RSA keys of another issuer are taken that are too short (RFC 7518 §3.3). */
public enum ShortRsaKeys {
  /** Not below 2048 bits. */
  REFUSE,
  /** From 1024 bits: who can afford to break such a key forges tokens for anybody. */
  ALLOW_FORGERY
}
