package dev.cloakroom.crypto;

import org.jspecify.annotations.Nullable;

/**
 * A token of two halves, {@code <selector>.<validator>}: by the one it is found, by the other
 * proven, so that how long a store takes to find something tells nothing of a secret. Immutable.
 *
 * @param selector 22 digits of base64url, no secret
 * @param validator 43 characters, of which only the hash is stored
 */
public record SplitToken(String selector, Secret validator) {
  private static final int SELECTOR_LENGTH = 22;

  /** How long its text is. */
  public static final int LENGTH = SELECTOR_LENGTH + 1 + 43;

  /** The token that a text spells, or null if it cannot be one. */
  public static @Nullable SplitToken parse(String text) {
    if (text.length() != LENGTH || text.charAt(SELECTOR_LENGTH) != '.' || !isSelector(text)) {
      return null;
    }
    return new SplitToken(
        text.substring(0, SELECTOR_LENGTH), new Secret(text.substring(SELECTOR_LENGTH + 1)));
  }

  /**
   * Whether a text begins with what a selector can be: a store need not be able to look up any
   * other.
   */
  private static boolean isSelector(String text) {
    for (int i = 0; i < SELECTOR_LENGTH; i++) {
      if (!Base64Url.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text to give to the client, and to nobody else. */
  public String text() {
    return selector + "." + validator.text();
  }

  @Override
  public String toString() {
    return "SplitToken[" + selector + ".***]";
  }
}
