package dev.cloakroom.token;

/**
 * A token's text as somebody sent it, not yet trusted in any way.
 *
 * @param text the text as received, a credential if it is genuine
 */
public record RawToken(String text) {
  /** Never shows the text. */
  @Override
  public String toString() {
    return "RawToken[***]";
  }
}
