package dev.cloakroom.config;

/**
 * Keys that a setting gives.
 *
 * @param setting its key, for messages
 * @param value the keys themselves, or where they are
 */
public record GivenKey(String setting, String value, Form form) {

  /** What the value is. */
  public enum Form {
    /** PEM, JWK or JWK set, or a file or {@code classpath:} resource with them. */
    TEXT_OR_PLACE,
    /** PEM, JWK or JWK set; the last two in base64url as well. */
    TEXT,
    /** A file, a resource, or a URL, where such a text is. */
    PLACE
  }

  /** It may be a private key that somebody put there by mistake. */
  @Override
  public String toString() {
    return "GivenKey[" + setting + "]";
  }
}
