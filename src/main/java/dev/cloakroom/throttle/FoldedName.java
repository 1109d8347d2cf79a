package dev.cloakroom.throttle;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are counted: those that some database takes for the same one, by its collation, are
 * the same here. Otherwise each spelling of a name would be tried anew. No account is found by it.
 */
final class FoldedName {
  /** Accents, what cannot be seen, and spaces. */
  private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\p{C}\\p{Z}]+");

  private FoldedName() {}

  static String of(String name) {
    String parts = Normalizer.normalize(name, Normalizer.Form.NFKD);
    // Some letters have no small form but that of their capital form.
    String small = parts.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return IGNORED.matcher(small).replaceAll("");
  }
}
