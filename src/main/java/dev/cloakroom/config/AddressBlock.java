package dev.cloakroom.config;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits, as CIDR writes them (<a
 * href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632 §3.1</a>). Of IPv4 or of IPv6:
 * no address of the other kind is in it.
 *
 * @param first the one whose other bits are zero
 * @param length how many bits are the same, from 1 on
 */
public record AddressBlock(InetAddress first, int length) {

  /**
   * The block that a text writes, such as {@code 10.0.0.0/8}, or {@code 2001:db8::1} for a single
   * address. Null for anything else, for a block of all addresses, and for one whose address has
   * bits behind its length, since it may be a slip of the pen.
   */
  public static @Nullable AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (first == null || text.indexOf('%') >= 0) {
      return null;
    }
    int bits = 8 * first.getAddress().length;
    int length = slash < 0 ? bits : length(text.substring(slash + 1), bits);
    return length > 0 && isFirst(first, length) ? new AddressBlock(first, length) : null;
  }

  static boolean isWritten(String text) {
    return parse(text) != null;
  }

  private static int length(String digits, int most) {
    int length = digits.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(digits) : 0;
    return length <= most ? length : 0;
  }

  private static boolean isFirst(InetAddress address, int length) {
    byte[] bytes = address.getAddress();
    for (int bit = length; bit < 8 * bytes.length; bit++) {
      if ((bytes[bit / 8] & (0x80 >> bit % 8)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether an address is one of these. */
  public boolean contains(InetAddress address) {
    byte[] these = first.getAddress();
    byte[] those = address.getAddress();
    if (these.length != those.length) {
      return false;
    }
    int whole = length / 8;
    for (int i = 0; i < whole; i++) {
      if (these[i] != those[i]) {
        return false;
      }
    }
    int rest = length % 8;
    return rest == 0 || ((these[whole] ^ those[whole]) & 0xff) >>> (8 - rest) == 0;
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + length;
  }
}
