package dev.cloakroom.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code PBKDF2WithHmacSHA256:2048:salt:hash}: what the servers' own {@code Pbkdf2PasswordHash}
 * writes.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/security/3.0/apidocs/jakarta.security/jakarta/security/enterprise/identitystore/pbkdf2passwordhash">
 *     Jakarta Security 3.0, Pbkdf2PasswordHash</a>
 */
final class SoteriaForm implements HashForm {
  private static final Pattern FORM =
      Pattern.compile(
          "PBKDF2WithHmac(?<digest>SHA224|SHA256|SHA384|SHA512):(?<iterations>[0-9]{1,10})"
              + ":(?<salt>[A-Za-z0-9+/]+={0,2}):(?<hash>[A-Za-z0-9+/]+={0,2})");

  @Override
  public @Nullable StoredHash read(String stored) throws UnusableHashException {
    Matcher form = FORM.matcher(stored);
    return form.matches() ? read(form) : null;
  }

  private static StoredHash read(Matcher form) throws UnusableHashException {
    byte[] hash = HashForm.bytes(form.group("hash"));
    Pbkdf2.Digest digest = Pbkdf2.Digest.valueOf(form.group("digest"));
    return new StoredHash(
        new Pbkdf2(digest, HashForm.number(form.group("iterations"))).affordable(hash.length),
        HashForm.bytes(form.group("salt")),
        hash,
        null);
  }
}
