package dev.cloakroom.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That some caller logged in on the device that shows it: {@code <id>.<since>.<mac>}. Whose name
 * the mac is of cannot be read from it, only tried.
 *
 * @param id random text, of this mark alone
 * @param since when the caller logged in, in whole seconds since 1970
 * @param mac what proves it, as shown
 */
record DeviceMark(String id, long since, String mac) {
  /** No mark is longer, in characters. */
  static final int LONGEST = 22 + 1 + 12 + 1 + 43;

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([1-9][0-9]{0,11})\\.([A-Za-z0-9_-]{43})");

  /** The mark that a text spells, or null if it cannot be one. */
  static @Nullable DeviceMark parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new DeviceMark(form.group(1), Long.parseLong(form.group(2)), form.group(3))
        : null;
  }

  /** A new mark of a caller. */
  static DeviceMark of(MacKey key, String callerName, String id, Instant now) {
    long since = now.getEpochSecond();
    return new DeviceMark(id, since, Base64Url.encode(key.mac(parts(callerName, id, since))));
  }

  /** Whether we gave it out for this caller, however long ago. */
  boolean isOf(String callerName, MacKey key) {
    byte[] shown = Base64Url.decode(mac).orElse(new byte[0]);
    return key.verify(shown, parts(callerName, id, since));
  }

  /** When the caller logged in. */
  Instant moment() {
    return Instant.ofEpochSecond(since);
  }

  /** The text to give to the device. */
  String text() {
    return id + "." + since + "." + mac;
  }

  private static byte[][] parts(String callerName, String id, long since) {
    return new byte[][] {
      callerName.getBytes(UTF_8), id.getBytes(US_ASCII), Long.toString(since).getBytes(US_ASCII)
    };
  }

  @Override
  public String toString() {
    return "DeviceMark[" + id + "." + since + ".***]";
  }
}
