package dev.cloakroom.testkit.door;

import dev.cloakroom.http.BrowserRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Who stands before the door. */
final class Visitor {
  private static final Pattern IPV4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F.:]*(%[0-9A-Za-z]+)?");

  private static final List<String> OF_PROXIES =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Real-IP",
          "Forwarded",
          "Via");

  private Visitor() {}

  /**
   * Whether a request comes from a test: from this machine and to it by a name that only this
   * machine has, through no proxy, and from no page in a browser, which anybody may have written. A
   * proxy on the same machine that passes on neither host nor address cannot be told from a test.
   */
  static boolean isTest(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && isThisMachine(request.getServerName())
        && OF_PROXIES.stream().noneMatch(name -> request.getHeader(name) != null)
        && !BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null);
  }

  /** An IPv6 host is in brackets on some servers. */
  private static boolean isThisMachine(String host) {
    boolean inBrackets = host.startsWith("[") && host.endsWith("]");
    return host.equalsIgnoreCase("localhost")
        || isLoopback(inBrackets ? host.substring(1, host.length() - 1) : host);
  }

  /** An address and no name, which others would be asked about: they say what they like. */
  private static boolean isLoopback(String address) {
    try {
      return IPV4.matcher(address).matches()
          || (IPV6.matcher(address).matches()
              && InetAddress.getByName(address).isLoopbackAddress());
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
