package dev.cloakroom.password;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which new passwords are good enough: long ones that nobody has guessed yet. As NIST advises, no
 * kinds of characters are asked for, none is forbidden but NUL, and blanks count.
 *
 * <p>Immutable and thread-safe. Ask it before {@link Argon2idPasswordHash#generate}; what was
 * stored before is not asked about at a login.
 *
 * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver">NIST SP 800-63B-4,
 *     section 3.1.1.2</a>
 */
public final class PasswordRules {
  /** The least that NIST allows, where a second factor is asked for as well. */
  private static final int SHORTEST = 8;

  /** The least that NIST allows where the password is all. */
  private static final int STANDARD = 15;

  /** A password of this length is never too short. */
  private static final int LONGEST = 64;

  /** What must be there beside the caller's name. */
  private static final int BESIDE_NAME = 8;

  private static final int SHORTEST_NAME = 3;

  private final int least;
  private final @Nullable BreachedPasswords breached;

  private PasswordRules(int least, @Nullable BreachedPasswords breached) {
    this.least = least;
    this.breached = breached;
  }

  /** At least 15 characters, as for a password without a second factor. */
  public static PasswordRules standard() {
    return new PasswordRules(STANDARD, null);
  }

  /**
   * The same with another least length.
   *
   * @param characters 8, which is enough beside a second factor only, to 64
   * @throws IllegalArgumentException if it is neither
   */
  public PasswordRules ofLength(int characters) {
    if (characters < SHORTEST || characters > LONGEST) {
      throw new IllegalArgumentException(
          "The least length of a password is 8 to 64 characters, not " + characters + ".");
    }
    return new PasswordRules(characters, breached);
  }

  /** The same, and none that is listed. */
  public PasswordRules without(BreachedPasswords listed) {
    return new PasswordRules(least, listed);
  }

  /**
   * What is wrong with a new password, in sentences for its owner; nothing if it is good.
   *
   * @param callerName by which the owner logs in
   * @param password whose array is neither changed nor kept
   */
  public List<String> problems(String callerName, char[] password) {
    try (PasswordBytes given = PasswordBytes.of(password)) {
      String unusable = given.problem();
      return unusable == null
          ? problems(callerName, CharBuffer.wrap(password), given.bytes())
          : List.of(unusable);
    }
  }

  private List<String> problems(String callerName, CharBuffer password, byte[] bytes) {
    List<String> problems = new ArrayList<>();
    if (length(password) < least) {
      problems.add("A password has at least " + least + " characters.");
    }
    if (names(callerName).anyMatch(name -> isLittleMoreThan(name, password))) {
      problems.add("A password is more than the name that goes with it.");
    }
    if (breached != null && breached.contains(bytes)) {
      problems.add("This password is on a list of those that guessers try first.");
    }
    return List.copyOf(problems);
  }

  /** One for each code point of Unicode, as NIST counts. */
  private static long length(CharBuffer password) {
    return password.codePoints().count();
  }

  /** The name, and where it is an address, that of the mailbox. */
  private static Stream<String> names(String callerName) {
    String name = callerName.toLowerCase(Locale.ROOT);
    int at = name.indexOf('@');
    return (at < 0 ? Stream.of(name) : Stream.of(name, name.substring(0, at)))
        .filter(one -> one.length() >= SHORTEST_NAME);
  }

  /** Whether too little is left where the name is taken out, in any case of letters. */
  private static boolean isLittleMoreThan(String name, CharBuffer password) {
    int taken = 0;
    for (int i = 0; i + name.length() <= password.length(); i++) {
      if (startsWith(name, password, i)) {
        taken += name.length();
        i += name.length() - 1;
      }
    }
    return taken > 0 && password.length() - taken < BESIDE_NAME;
  }

  /** Compares in place: a string of the password could not be wiped. */
  private static boolean startsWith(String name, CharBuffer password, int from) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(password.charAt(from + i)) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
