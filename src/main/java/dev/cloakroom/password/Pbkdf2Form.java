package dev.cloakroom.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $pbkdf2-sha256$i=600000$salt$hash}: ours, in the PHC string format. A pepper is named by
 * {@code keyid}.
 *
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 *     format</a>
 */
final class Pbkdf2Form implements HashForm {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$i=(?<iterations>[0-9]{1,10})"
              + "(?:,keyid=(?<pepper>[A-Za-z0-9+/]{1,64}))?"
              + "\\$(?<salt>[A-Za-z0-9+/]+)\\$(?<hash>[A-Za-z0-9+/]+)");

  @Override
  public @Nullable StoredHash read(String stored) throws UnusableHashException {
    Matcher form = FORM.matcher(stored);
    return form.matches() ? read(form) : null;
  }

  private static StoredHash read(Matcher form) throws UnusableHashException {
    byte[] hash = HashForm.bytes(form.group("hash"));
    return new StoredHash(
        new Pbkdf2(Pbkdf2.Digest.SHA256, HashForm.number(form.group("iterations")))
            .affordable(hash.length),
        HashForm.bytes(form.group("salt")),
        hash,
        form.group("pepper"));
  }

  /** Writes a hash by PBKDF2 with HMAC-SHA-256. */
  static String write(Pbkdf2 derivation, byte[] salt, byte[] hash, @Nullable String pepper) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$pbkdf2-sha256$i=%s%s$%s$%s"
        .formatted(
            derivation.iterations(),
            pepper == null ? "" : ",keyid=" + pepper,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }
}
