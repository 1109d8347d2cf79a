package dev.cloakroom.password;

/**
 * No password can be verified by what is stored. Its text is for the log of the application: it
 * says why, and nothing of the hash itself, which may be a password that nobody hashed.
 */
final class UnusableHashException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableHashException(String why) {
    super(why);
  }

  /**
   * Requires that a parameter is one that is given.
   *
   * @throws UnusableHashException if it is not from the least to the most, both allowed
   */
  static void requireWithin(String what, long asked, long least, long most)
      throws UnusableHashException {
    if (asked < least || asked > most) {
      throw new UnusableHashException(
          "It asks for " + asked + " " + what + "; from " + least + " to " + most + " are given.");
    }
  }
}
