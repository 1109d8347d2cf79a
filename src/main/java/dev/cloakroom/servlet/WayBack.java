package dev.cloakroom.servlet;

import static jakarta.servlet.AsyncContext.ASYNC_QUERY_STRING;
import static jakarta.servlet.AsyncContext.ASYNC_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.FORWARD_QUERY_STRING;
import static jakarta.servlet.RequestDispatcher.FORWARD_REQUEST_URI;

import dev.cloakroom.crossorigin.Referer;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes on who had to log in: to the page that was asked for, or to the one whose
 * form or script has sent the request, which is never sent again by itself.
 */
final class WayBack {

  /**
   * Where a request that was forwarded or dispatched keeps what its client asked for.
   *
   * @param path the attribute of the path
   * @param query that of the query
   */
  private record Place(String path, String query) {}

  /** Nobody says what the query of a request to an error page was, before Servlet 6.1. */
  private static final List<Place> ORIGINAL =
      List.of(
          new Place(FORWARD_REQUEST_URI, FORWARD_QUERY_STRING),
          new Place(ERROR_REQUEST_URI, "jakarta.servlet.error.query_string"),
          new Place(ASYNC_REQUEST_URI, ASYNC_QUERY_STRING));

  private WayBack() {}

  /** The path that the client of a request asked for, whatever it was forwarded to. */
  static String path(HttpServletRequest request) {
    return address(request).split("\\?", 2)[0];
  }

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
    return ORIGINAL.stream()
        .map(place -> address(request, place))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> address(request.getRequestURI(), request.getQueryString()));
  }

  private static @Nullable String address(HttpServletRequest request, Place place) {
    Object path = request.getAttribute(place.path());
    return path == null ? null : address(path, request.getAttribute(place.query()));
  }

  private static String address(Object path, @Nullable Object query) {
    return path + (query == null ? "" : "?" + query);
  }

  private static Optional<Referer> pageBehind(
      HttpServletRequest request, Requester requester, @Nullable String host) {
    String shown = requester == Requester.HTMX ? request.getHeader("HX-Current-URL") : null;
    return Referer.at(host, shown).or(() -> Referer.at(host, request.getHeader("Referer")));
  }
}
