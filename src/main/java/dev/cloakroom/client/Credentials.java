package dev.cloakroom.client;

/** By what a client shows its login, of what the server gives it. */
public enum Credentials {
  /** By cookies alone: tokens in the answer to a login are dropped. */
  COOKIE,
  /** By the bearer token alone: the cookies that the answer to a login sets are dropped. */
  BEARER,
  /** By whatever it is given. */
  BOTH;

  boolean usesTokens() {
    return this != COOKIE;
  }

  boolean usesCookies() {
    return this != BEARER;
  }
}
