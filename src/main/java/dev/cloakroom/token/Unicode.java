package dev.cloakroom.token;

/** What can be written in UTF-8 and read back as the same text. */
final class Unicode {
  private Unicode() {}

  /** Tells whether no half of a surrogate pair stands alone: UTF-8 has no form for that. */
  static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
