package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.Referer;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes on who had to log in: to the page that was asked for, or to the one whose
 * form or script has sent the request, which is never sent again by itself.
 */
final class WayBack {

  private WayBack() {}

  /**
   * That place; empty if it is not known, or not surely one of this server.
   *
   * @param host by which the client knows this server
   */
  static Optional<LocalTarget> of(
      HttpServletRequest request, Requester requester, @Nullable String host) {
    return asksForAPage(request, requester)
        ? LocalTarget.parse(address(request))
        : pageBehind(request, requester, host).map(Referer::target);
  }

  /** A link that htmx takes over leads to a page, as without it. */
  private static boolean asksForAPage(HttpServletRequest request, Requester requester) {
    return request.getMethod().equals("GET")
        && (requester == Requester.VISITOR
            || (requester == Requester.HTMX && request.getHeader("HX-Boosted") != null));
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Optional<Referer> pageBehind(
      HttpServletRequest request, Requester requester, @Nullable String host) {
    String shown = requester == Requester.HTMX ? request.getHeader("HX-Current-URL") : null;
    return Referer.at(host, shown).or(() -> Referer.at(host, request.getHeader("Referer")));
  }
}
