package dev.cloakroom.crossorigin;

import dev.cloakroom.http.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the requests that a page of another origin caused, without a token: by Fetch Metadata (<a
 * href="https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header">Sec-Fetch-Site</a>), and where
 * a browser does not send it by comparing {@code Origin} with the scheme that clients come by and
 * {@code Host}. The algorithm is that of <a
 * href="https://pkg.go.dev/net/http#CrossOriginProtection">CrossOriginProtection</a> in Go, which
 * does not know the scheme.
 *
 * <p>A request with neither header did not come from a page of another origin in any browser that
 * is still in use, and passes. Requests that must not change anything need not be asked about, see
 * {@link #isSafe}.
 *
 * @param trusted other origins whose pages may send any request
 */
public record CrossOriginCheck(Set<Origin> trusted) {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /**
   * The part of a request that decides: three headers, each of which came once at most.
   *
   * @param scheme the one by which clients reach the server, in lower case: {@code https} also
   *     where something in front of it ends the encryption
   */
  public record View(
      @Nullable String secFetchSite,
      @Nullable String origin,
      String scheme,
      @Nullable String host) {}

  public CrossOriginCheck {
    trusted = Set.copyOf(trusted);
  }

  /**
   * Whether a request must not change anything, so that who caused it does not matter. One that
   * asks for another protocol is not safe, whatever its method: a page may open a WebSocket to any
   * origin and read what comes, and no preflight asks first (<a
   * href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">RFC 6455 §10.2</a>).
   *
   * @param upgrade the {@code Upgrade} header; no page can set it but by opening a WebSocket
   */
  public static boolean isSafe(String method, @Nullable String upgrade) {
    return upgrade == null && SAFE_METHODS.contains(method);
  }

  /**
   * Whether a request that is not safe may go on; otherwise it is {@link
   * Reason#CROSS_ORIGIN_REFUSED}.
   */
  public boolean allows(View request) {
    String site = request.secFetchSite();
    if (site != null && !site.isEmpty()) {
      return OWN_SITES.contains(site) || isTrusted(request.origin());
    }
    String origin = request.origin();
    return origin == null || origin.isEmpty() || isOwn(request) || isTrusted(origin);
  }

  private static boolean isOwn(View request) {
    return Origin.parse(request.origin())
        .filter(origin -> origin.scheme().equals(request.scheme()))
        .filter(origin -> origin.isAt(request.host()))
        .isPresent();
  }

  private boolean isTrusted(@Nullable String origin) {
    return Origin.parse(origin).filter(trusted::contains).isPresent();
  }
}
