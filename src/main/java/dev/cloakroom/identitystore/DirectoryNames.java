package dev.cloakroom.identitystore;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Which names a directory takes for themselves. Servers put a name into a search filter as it is
 * (<a href="https://www.rfc-editor.org/rfc/rfc4515#section-3">RFC 4515 §3</a> says what of it would
 * have to be escaped), so that {@code alice*} finds alice; or into a distinguished name (<a
 * href="https://www.rfc-editor.org/rfc/rfc4514#section-2.4">RFC 4514 §2.4</a>), so that {@code
 * bob,ou=guests} is another entry; and before a directory compares it leaves out what cannot be
 * seen and takes a wide or small letter for a plain one (<a
 * href="https://www.rfc-editor.org/rfc/rfc4518#section-2">RFC 4518 §2</a>). Whoever found alice so
 * would be a caller of another name with her password and groups.
 *
 * <p>What is left is that directories take no notice of case, nor of how an accent is composed.
 */
final class DirectoryNames {
  /** Of filters, and without which no value of a distinguished name begins or is quoted. */
  private static final String SYNTAX = "*()\\=\"";

  /** Before a value in hexadecimal digits. */
  private static final String HEXADECIMAL = "#";

  /** Of what directories leave out, that which Unicode has not among its invisible characters. */
  private static final String LEFT_OUT =
      "\u034f\u1806\u180b\u180c\u180d"
          + "\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07"
          + "\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f\ufffc";

  private DirectoryNames() {}

  /** Whether nothing in a name has a meaning of its own, or none at all, to a directory. */
  static boolean isPlain(String name) {
    return name.codePoints().noneMatch(DirectoryNames::isSyntaxOrUnseen)
        && !name.startsWith(HEXADECIMAL)
        && name.strip().equals(name)
        && !name.contains("  ")
        && !hasLettersOfAnotherShape(name);
  }

  /** Such as wide ones, ligatures and digits in circles. */
  private static boolean hasLettersOfAnotherShape(String name) {
    return !Normalizer.normalize(name, Form.NFKC).equals(Normalizer.normalize(name, Form.NFC));
  }

  private static boolean isSyntaxOrUnseen(int character) {
    return SYNTAX.indexOf(character) >= 0
        || LEFT_OUT.indexOf(character) >= 0
        || switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          case Character.SPACE_SEPARATOR -> character != ' ';
          default -> false;
        };
  }
}
