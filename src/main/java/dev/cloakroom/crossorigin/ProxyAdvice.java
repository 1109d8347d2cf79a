package dev.cloakroom.crossorigin;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.ProxyHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says once which setting is missing where a page of the application's own is refused as another's,
 * because a proxy that nobody has named asks for it by another host or scheme than the browser did.
 * Safe for use by several threads.
 */
final class ProxyAdvice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.crossorigin");

  private final AtomicBoolean given = new AtomicBoolean();

  /**
   * A request was refused by what is known of it. Whoever sent it may have written the rest.
   *
   * @param known what it was judged by
   */
  void after(HttpServletRequest refused, CrossOriginCheck check, CrossOriginCheck.View known) {
    if (given.get()) {
      return;
    }
    for (ProxyHeaders headers : ProxyHeaders.values()) {
      Hop said = Hops.of(refused, headers).next();
      if (said != null && check.allows(but(said, known))) {
        give(known, headers, refused.getRemoteAddr());
        return;
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

  private void give(CrossOriginCheck.View refused, ProxyHeaders headers, String from) {
    if (given.compareAndSet(false, true)) {
      LOG.log(
          WARNING,
          "A request of a page at {0} was refused as one of another origin. What has sent it on to"
              + " this server, {1}, says that {0} was asked for. If that is a proxy of yours, write"
              + " cloakroom.trusted-proxies={1} and cloakroom.trusted-proxies.headers={2}, or have"
              + " it hand on Host as it is. This is said once.",
          Origin.parse(refused.origin()).map(Origin::serialized).orElse(""),
          from,
          headers == ProxyHeaders.FORWARDED ? "forwarded" : "x-forwarded");
    }
  }
}
