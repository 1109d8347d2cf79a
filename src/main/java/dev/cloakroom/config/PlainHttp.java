package dev.cloakroom.config;

/** Whether the keys of another issuer may come over a connection that is not encrypted. */
public enum PlainHttp {
  /** Only from this machine. */
  REFUSE,
  /** From anywhere: who sits between can put keys of their own in, and forge tokens for anybody. */
  ALLOW_FORGERY
}
