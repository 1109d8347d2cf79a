package dev.cloakroom.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses unsafe requests that a page of another origin caused, without a token: by Fetch Metadata
 * (<a href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Sec-Fetch-Site</a>), and
 * where a browser does not send it by comparing {@code Origin} with {@code Host}. The algorithm is
 * that of <a href="https://pkg.go.dev/net/http#CrossOriginProtection">CrossOriginProtection</a> in
 * Go.
 *
 * <p>A request with neither header did not come from a page of another origin in any browser that
 * is still in use, and passes. Safe methods pass: they must not change anything. Since {@code Host}
 * has no scheme, a page of the same host over plain HTTP passes in browsers that send no {@code
 * Sec-Fetch-Site}; HSTS closes that.
 *
 * @param trusted other origins whose pages may send unsafe requests
 */
public record CrossOriginCheck(Set<Origin> trusted) {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** The part of a request that decides: its method and three headers. */
  public record View(
      String method,
      @Nullable String secFetchSite,
      @Nullable String origin,
      @Nullable String host) {}

  public CrossOriginCheck {
    trusted = Set.copyOf(trusted);
  }

  /** Whether a method must not change anything, so that who sent it does not matter. */
  public static boolean isSafe(String method) {
    return SAFE_METHODS.contains(method);
  }

  /** Whether the request may go on; otherwise it is {@link Reason#CROSS_ORIGIN_REFUSED}. */
  public boolean allows(View request) {
    if (isSafe(request.method())) {
      return true;
    }
    String site = request.secFetchSite();
    if (site != null && !site.isEmpty()) {
      return OWN_SITES.contains(site) || isTrusted(request.origin());
    }
    String origin = request.origin();
    return origin == null || origin.isEmpty() || isOwn(request) || isTrusted(origin);
  }

  private static boolean isOwn(View request) {
    return Origin.parse(request.origin()).filter(origin -> origin.isAt(request.host())).isPresent();
  }

  private boolean isTrusted(@Nullable String origin) {
    return Origin.parse(origin).filter(trusted::contains).isPresent();
  }
}
