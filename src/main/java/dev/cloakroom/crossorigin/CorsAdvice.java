package dev.cloakroom.crossorigin;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.CrossSite;
import dev.cloakroom.config.Explanation;
import dev.cloakroom.config.Partitioning;
import dev.cloakroom.config.SameSitePolicy;
import dev.cloakroom.config.Settings;
import dev.cloakroom.http.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whoever runs the application, by the log, why pages of other origins get nowhere: once for
 * an allowed origin whose pages can never send the cookie, and for each request if that is asked
 * for. Safe for use by several threads.
 */
final class CorsAdvice {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.cors");
  private static final int LONGEST_SHOWN = 400;

  private final Explanation explanation;
  private final CookieSettings cookie;
  private final TrustedProxies proxies;
  private final Set<String> noticed = ConcurrentHashMap.newKeySet();

  CorsAdvice(Settings settings, TrustedProxies proxies) {
    this.explanation = settings.cors().explanation();
    this.cookie = settings.cookie();
    this.proxies = proxies;
  }

  /** Whether each refused request is explained. */
  boolean isGiven() {
    return explanation == Explanation.ON;
  }

  /** A page of an allowed origin has asked: if it is of another site, its cookie stays at home. */
  void lookAt(HttpServletRequest request, String origin) {
    if (cookie.sameSite() != SameSitePolicy.NONE
        && !noticed.contains(origin)
        && isOfAnotherSite(request, origin)
        && noticed.add(origin)) {
      LOG.log(WARNING, CrossSite.advice(origin, cookie));
    }
  }

  /** Browsers know which sites there are, and say so; otherwise only what is sure counts. */
  private boolean isOfAnotherSite(HttpServletRequest request, String origin) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? host(origin)
            .flatMap(page -> ownHost(request).map(own -> CrossSite.areSurelyApart(page, own)))
            .orElse(false)
        : site.equals("cross-site");
  }

  private Optional<String> ownHost(HttpServletRequest request) {
    return host("https://" + proxies.host(request));
  }

  private static Optional<String> host(String origin) {
    return Origin.parse(origin).map(Origin::host);
  }

  /** What the client of a refused request is told; the log is told more. */
  Reason told(Reason precise, Reason otherwise, HttpServletRequest request) {
    if (!isGiven()) {
      return otherwise;
    }
    tell(request, "is refused: " + precise.code() + ". " + precise.detail());
    return precise;
  }

  /** The page cannot read the answer. */
  void tellUnreadable(HttpServletRequest request) {
    if (isGiven() && !isOwn(request)) {
      tell(request, "cannot be read by it: " + Reason.ORIGIN_NOT_ALLOWED.detail());
    }
  }

  private boolean isOwn(HttpServletRequest request) {
    String origin = request.getHeader(CorsHeaders.ORIGIN);
    return origin == null
        || "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
        || Origin.parse(origin).filter(own -> own.isAt(proxies.host(request))).isPresent();
  }

  /** The request of an allowed page has no cookie, for one of three reasons. */
  void tellCookieMissing(HttpServletRequest request, String origin) {
    boolean isLost = cookie.sameSite() != SameSitePolicy.NONE && isOfAnotherSite(request, origin);
    tell(
        request,
        "came without the session cookie. "
            + (isLost
                ? CrossSite.advice(origin, cookie)
                : "Its visitor is not logged in, or the page has not asked for credentials (fetch"
                    + " with credentials: 'include'), or the browser blocks cookies of other"
                    + " sites"
                    + (cookie.partitioning() == Partitioning.ON
                        ? "."
                        : ", for which there is cloakroom.cookie.partitioned=on.")));
  }

  private static void tell(HttpServletRequest request, String what) {
    LOG.log(
        INFO,
        printable(
                "%s %s of a page of %s "
                    .formatted(
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getHeader(CorsHeaders.ORIGIN)))
            + what);
  }

  /** What fits on a line of a log and cannot begin another one. */
  private static String printable(String text) {
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "... " : text;
    return cut.replaceAll("[^ -~]", "?");
  }
}
