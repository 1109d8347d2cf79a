package dev.cloakroom.token;

/**
 * A token's text as somebody sent it, not yet trusted in any way. It is the same wherever it comes
 * from.
 *
 * @param text the text as received, a credential if it is genuine
 * @param from the address that it came from; empty where nobody knows
 */
public record RawToken(String text, String from) {

  /** A token of which nobody knows where it came from. */
  public RawToken(String text) {
    this(text, "");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawToken token && text.equals(token.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Never shows the text. */
  @Override
  public String toString() {
    return "RawToken[***]";
  }
}
