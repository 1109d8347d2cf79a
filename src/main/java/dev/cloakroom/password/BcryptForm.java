package dev.cloakroom.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $2a$10$} and 53 characters, or with {@code $2b$} or {@code $2y$}: bcrypt, as OpenBSD, PHP
 * and Spring Security write it. Of {@code $2x$} and {@code $2$}, which were errors, none is read.
 */
final class BcryptForm implements HashForm {
  private static final String ITS_ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASE64_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final Pattern FORM =
      Pattern.compile(
          "\\$2[aby]\\$(?<cost>[0-9]{2})\\$(?<salt>[./A-Za-z0-9]{22})(?<hash>[./A-Za-z0-9]{31})");

  @Override
  public @Nullable StoredHash read(String stored) throws UnusableHashException {
    Matcher form = FORM.matcher(stored);
    return form.matches()
        ? new StoredHash(
            new Bcrypt(HashForm.number(form.group("cost"))).affordable(),
            bytes(form.group("salt")),
            bytes(form.group("hash")),
            null)
        : null;
  }

  /** It is base64 but for the alphabet. */
  private static byte[] bytes(String text) throws UnusableHashException {
    StringBuilder base64 = new StringBuilder(text.length());
    text.chars()
        .forEach(digit -> base64.append(BASE64_ALPHABET.charAt(ITS_ALPHABET.indexOf(digit))));
    return HashForm.bytes(base64.toString());
  }
}
