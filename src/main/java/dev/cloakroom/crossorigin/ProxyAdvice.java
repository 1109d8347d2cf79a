package dev.cloakroom.crossorigin;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.IpAddress;
import dev.cloakroom.config.ProxyHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which setting is missing where a page of the application's own is refused as another's,
 * because a proxy that nobody has named asks for it by another host or scheme than the browser did.
 * Said once for each address that requests come from, and each kind of header, since whoever sends
 * a request can write these headers: what strangers have it say takes nothing away from what is
 * said of the proxy. Of private networks, where proxies usually are, as many addresses are named as
 * of all others together. Safe for use by several threads.
 */
final class ProxyAdvice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.crossorigin");

  /** So many lines are said of private addresses, and as many of others. */
  private static final int MOST = 16;

  private final Set<Subject> near = new HashSet<>();
  private final Set<Subject> far = new HashSet<>();

  /** What is named in one line. */
  private record Subject(String address, ProxyHeaders headers) {}

  /**
   * A request was refused by what is known of it. Whoever sent it may have written the rest.
   *
   * @param known what it was judged by
   */
  void after(HttpServletRequest refused, CrossOriginCheck check, CrossOriginCheck.View known) {
    for (ProxyHeaders headers : ProxyHeaders.values()) {
      Hop said = Hops.of(refused, headers).next();
      if (said != null && check.allows(but(said, known)) && isNew(refused, headers)) {
        give(known, headers, refused.getRemoteAddr());
      }
    }
  }

  /** What a request would be judged by if that counted. */
  private static CrossOriginCheck.View but(Hop said, CrossOriginCheck.View known) {
    ClientView client = new ClientView(known.scheme(), known.host(), "").but(said);
    boolean isHttps = known.scheme().equals("https") || client.isEncrypted();
    return new CrossOriginCheck.View(
        known.secFetchSite(), known.origin(), isHttps ? "https" : "http", client.host());
  }

  private boolean isNew(HttpServletRequest refused, ProxyHeaders headers) {
    Subject subject = new Subject(refused.getRemoteAddr(), headers);
    Set<Subject> named = isPrivate(IpAddress.parse(subject.address())) ? near : far;
    synchronized (named) {
      return named.size() < MOST && named.add(subject);
    }
  }

  /**
   * Of this machine, or of a network of one's own (RFC 1918, <a
   * href="https://www.rfc-editor.org/rfc/rfc4193">RFC 4193</a>).
   */
  private static boolean isPrivate(@Nullable InetAddress address) {
    return address != null
        && (address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc));
  }

  private static void give(CrossOriginCheck.View refused, ProxyHeaders headers, String from) {
    LOG.log(
        WARNING,
        "A request of a page at {0} was refused as one of another origin. What has sent it on to"
            + " this server, {1}, says that {0} was asked for. If that is a proxy of yours, and"
            + " writes these headers itself, write cloakroom.trusted-proxies={1} and"
            + " cloakroom.trusted-proxies.headers={2}, or have it hand on Host as it is. This is"
            + " said once of each address.",
        Origin.parse(refused.origin()).map(Origin::serialized).orElse(""),
        from,
        headers == ProxyHeaders.FORWARDED ? "forwarded" : "x-forwarded");
  }
}
