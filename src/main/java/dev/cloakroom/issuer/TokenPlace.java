package dev.cloakroom.issuer;

/** Where a request has a token. */
public enum TokenPlace {
  /** In its {@code Authorization} header, as a bearer token. */
  HEADER,
  /** In the cookie that {@code mp.jwt.token.cookie} names. */
  COOKIE
}
