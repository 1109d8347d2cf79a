package dev.cloakroom.factor;

import static java.util.stream.Collectors.joining;

import java.util.Optional;

/** What somebody has typed, as it was meant. */
final class TypedCode {
  private static final int RECOVERY_LENGTH = 16;

  private TypedCode() {}

  /** The six digits of a code, which apps show in groups; digits of other scripts are none. */
  static Optional<String> digits(String typed) {
    return Optional.of(withoutSpaces(typed)).filter(code -> code.matches("[0-9]{6}"));
  }

  /**
   * A recovery code, in whatever case and groups, and with the letters that are taken for digits: O
   * for 0, and I and L for 1, which no code has.
   */
  static Optional<String> recovery(String typed) {
    String code =
        withoutSpaces(typed)
            .replace("-", "")
            .chars()
            .map(TypedCode::upperCase)
            .mapToObj(Character::toString)
            .collect(joining())
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return Optional.of(code).filter(one -> one.length() == RECOVERY_LENGTH);
  }

  /** Of ASCII alone: what else becomes a letter of it is none. */
  private static int upperCase(int character) {
    return character >= 'a' && character <= 'z' ? character - 'a' + 'A' : character;
  }

  private static String withoutSpaces(String typed) {
    return typed
        .codePoints()
        .filter(one -> !Character.isWhitespace(one) && !Character.isSpaceChar(one))
        .mapToObj(Character::toString)
        .collect(joining());
  }
}
