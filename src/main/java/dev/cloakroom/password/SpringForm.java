package dev.cloakroom.password;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code DelegatingPasswordEncoder} of Spring Security writes by its own defaults: the id
 * of an encoder in braces before the hash. Read are those of {@code bcrypt}, {@code argon2} and
 * {@code pbkdf2}; the others are no hashes of passwords ({@code noop}, {@code MD5}, …).
 *
 * @see <a
 *     href="https://docs.spring.io/spring-security/reference/features/authentication/password-storage.html">Spring
 *     Security, Password Storage</a>
 */
final class SpringForm implements HashForm {
  private static final Pattern FORM = Pattern.compile("\\{(?<id>[A-Za-z0-9@_.-]+)}(?<hash>.+)");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");

  private static final Pbkdf2 OF_VERSION_5_5 = new Pbkdf2(Pbkdf2.Digest.SHA1, 185_000);
  private static final Pbkdf2 OF_VERSION_5_8 = new Pbkdf2(Pbkdf2.Digest.SHA256, 310_000);
  private static final int SALT_OF_VERSION_5_5 = 8;
  private static final int SALT_OF_VERSION_5_8 = 16;

  private final HashForm bcrypt = new BcryptForm();
  private final HashForm argon2 = new Argon2Form();

  @Override
  public @Nullable StoredHash read(String stored) throws UnusableHashException {
    Matcher form = FORM.matcher(stored);
    if (!form.matches()) {
      return null;
    }
    String hash = form.group("hash");
    return switch (form.group("id")) {
      case "bcrypt" -> bcrypt.read(hash);
      case "argon2", "argon2@SpringSecurity_v5_8" -> argon2.read(hash);
      case "pbkdf2" -> pbkdf2(hash, OF_VERSION_5_5, SALT_OF_VERSION_5_5);
      case "pbkdf2@SpringSecurity_v5_8" -> pbkdf2(hash, OF_VERSION_5_8, SALT_OF_VERSION_5_8);
      default -> null;
    };
  }

  /** The salt, and the hash behind it, in hexadecimal. */
  private static @Nullable StoredHash pbkdf2(String hex, Pbkdf2 derivation, int saltBytes)
      throws UnusableHashException {
    if (!HEX.matcher(hex).matches() || hex.length() <= 2 * saltBytes) {
      return null;
    }
    byte[] both = HexFormat.of().parseHex(hex);
    return new StoredHash(
        derivation,
        Arrays.copyOf(both, saltBytes),
        Arrays.copyOfRange(both, saltBytes, both.length),
        null);
  }
}
