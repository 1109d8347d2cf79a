package dev.cloakroom.token;

import java.util.Map;

/**
 * How much memory a token takes that was read: its text, and each claim in Java's own form.
 * Measured on a JVM of 64 bits, with what the cache itself needs: 3.5 KB for a text of 556
 * characters with 5 groups in it, 34 KB for one of 4,342 with 250.
 */
public final class TokenWeight {
  private static final int OF_ANY = 1024;
  private static final int OF_A_CHARACTER = 8;

  private TokenWeight() {}

  /** In bytes, about. */
  public static int of(String text) {
    return OF_ANY + OF_A_CHARACTER * text.length();
  }

  /** The same of one whose claims need not stand in its text. */
  public static int of(String text, Map<String, Object> claims) {
    return OF_ANY + OF_A_CHARACTER * (text.length() + claims.toString().length());
  }
}
