package dev.cloakroom.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads IP addresses as they are written, and nothing else: no name is ever looked up. An IPv4
 * address that is mapped into IPv6 is the IPv4 address (<a
 * href="https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2">RFC 4291 §2.5.5.2</a>).
 */
public final class IpAddress {
  private static final int LONGEST = 45;
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

  /** All that is written with these has a colon, so that Java takes it for an address or fails. */
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  private IpAddress() {}

  /**
   * The address that a text writes, with a zone or without (<a
   * href="https://www.rfc-editor.org/rfc/rfc4007#section-11">RFC 4007 §11</a>), which does not
   * count; null if it writes none.
   */
  public static @Nullable InetAddress parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int zone = text.indexOf('%');
    String address = zone > 0 && text.indexOf(':') >= 0 ? text.substring(0, zone) : text;
    return isWritten(address) ? read(address) : null;
  }

  private static boolean isWritten(String text) {
    return text.length() <= LONGEST
        && (IPV4.matcher(text).matches() || IPV6.matcher(text).matches());
  }

  private static @Nullable InetAddress read(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }
}
