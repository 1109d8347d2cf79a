package dev.cloakroom.event;

/** Names that somebody tried, which can be as long as they like. */
final class TriedName {

  /** The longest name that is told, in characters: no caller has a longer one in a shared store. */
  private static final int LONGEST = 256;

  private TriedName() {}

  /** The name as it is told. */
  static String cut(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return name.substring(0, end) + "\u2026";
  }
}
