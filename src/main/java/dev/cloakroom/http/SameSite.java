package dev.cloakroom.http;

/**
 * When a browser sends a cookie along with a request that another site caused (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.2.7">RFC
 * 6265bis §4.1.2.7</a>).
 */
public enum SameSite {
  /** Never. */
  STRICT("Strict"),
  /** Only when the user follows a link, with a safe method. */
  LAX("Lax"),
  /** Always; needs {@code Secure}. */
  NONE("None");

  private final String text;

  SameSite(String text) {
    this.text = text;
  }

  /** The attribute's value as it is written in the header. */
  public String text() {
    return text;
  }
}
