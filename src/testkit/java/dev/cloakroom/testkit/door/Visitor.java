package dev.cloakroom.testkit.door;

import dev.cloakroom.http.BrowserRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who stands before the door. */
final class Visitor {
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
   * Whether a request comes from a test: from this machine, through no proxy, and from no page in a
   * browser, which anybody may have written.
   */
  static boolean isTest(HttpServletRequest request) {
    return isLoopback(request.getRemoteAddr())
        && OF_PROXIES.stream().noneMatch(name -> request.getHeader(name) != null)
        && !BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null);
  }

  /** An address and no name, which nobody has to be asked about. */
  private static boolean isLoopback(String address) {
    try {
      return address.matches("[0-9a-fA-F.:]+(%.*)?")
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }
}
