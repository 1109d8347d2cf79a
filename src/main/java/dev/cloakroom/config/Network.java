package dev.cloakroom.config;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * The part of an address that its owner cannot change at will: all of an IPv4 address, and of an
 * IPv6 address the first 64 bits, since a subscriber has at least all that begin with these (<a
 * href="https://www.rfc-editor.org/rfc/rfc6177#section-2">RFC 6177 §2</a>).
 */
public final class Network {
  private static final int MOST_BYTES = 8;

  private Network() {}

  /** That of an address; what is none, as a proxy may say, is taken as it is. */
  public static String of(String address) {
    InetAddress read = IpAddress.parse(address);
    if (read == null) {
      return address;
    }
    byte[] bytes = read.getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, MOST_BYTES));
  }
}
