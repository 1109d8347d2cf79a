package dev.cloakroom.password;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, the PHC string format: ours, that of the
 * reference implementation and of Spring Security. A pepper is named by {@code keyid}.
 *
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 *     format</a>
 */
final class Argon2Form implements HashForm {
  /** What counts where none is written. */
  private static final int FIRST_VERSION = 0x10;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2(?<kind>id|i|d)"
              + "(?:\\$v=(?<version>16|19))?"
              + "\\$m=(?<memory>[0-9]{1,10}),t=(?<passes>[0-9]{1,10}),p=(?<lanes>[0-9]{1,10})"
              + "(?:,keyid=(?<pepper>[A-Za-z0-9+/]{1,64}))?"
              + "\\$(?<salt>[A-Za-z0-9+/]+)\\$(?<hash>[A-Za-z0-9+/]+)");

  @Override
  public @Nullable StoredHash read(String stored) throws UnusableHashException {
    Matcher form = FORM.matcher(stored);
    return form.matches()
        ? new StoredHash(
            derivation(form),
            HashForm.bytes(form.group("salt")),
            HashForm.bytes(form.group("hash")),
            form.group("pepper"))
        : null;
  }

  private static Argon2 derivation(Matcher form) throws UnusableHashException {
    String version = form.group("version");
    return new Argon2(
            Argon2.Kind.valueOf(form.group("kind").toUpperCase(Locale.ROOT)),
            version == null ? FIRST_VERSION : HashForm.number(version),
            HashForm.number(form.group("memory")),
            HashForm.number(form.group("passes")),
            HashForm.number(form.group("lanes")))
        .affordable();
  }

  /** Writes a hash by Argon2id. */
  static String write(Argon2 derivation, byte[] salt, byte[] hash, @Nullable String pepper) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=%s$m=%s,t=%s,p=%s%s$%s$%s"
        .formatted(
            derivation.version(),
            derivation.memory(),
            derivation.passes(),
            derivation.lanes(),
            pepper == null ? "" : ",keyid=" + pepper,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }
}
