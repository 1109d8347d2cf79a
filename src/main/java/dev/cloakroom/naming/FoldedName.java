package dev.cloakroom.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as they are counted, as second factors are kept, and as those of other issuers are kept
 * apart: those that some database takes for the same one, by its collation, are the same here.
 * Otherwise each spelling of a name would be tried anew, a caller who types theirs otherwise would
 * have no factor, and one could be taken for another issuer's. No account is found by it.
 */
public final class FoldedName {
  /** Accents, what cannot be seen, and spaces. */
  private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\p{C}\\p{Z}]+");

  /** Letters that Unicode does not take apart, and databases take for others all the same. */
  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"));

  private FoldedName() {}

  /** A name as it is counted; empty if nothing of it can be seen. */
  public static String of(String name) {
    String parts = Normalizer.normalize(name, Normalizer.Form.NFKD);
    // Some letters have no small form but that of their capital form.
    String small = parts.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return IGNORED
        .matcher(small)
        .replaceAll("")
        .codePoints()
        .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
        .collect(Collectors.joining());
  }
}
