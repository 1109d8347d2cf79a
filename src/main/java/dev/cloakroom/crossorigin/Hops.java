package dev.cloakroom.crossorigin;

import dev.cloakroom.config.ProxyHeaders;
import dev.cloakroom.http.ForwardedElement;
import dev.cloakroom.http.ListFromTheRight;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What the proxies say that a request has passed, the one next to the server first. */
interface Hops {

  /** What the next one says; null if there is none, or what it wrote is malformed. */
  @Nullable Hop next();

  /** Those that a request's headers of one kind tell of. */
  static Hops of(HttpServletRequest request, ProxyHeaders headers) {
    return headers == ProxyHeaders.FORWARDED ? forwarded(request) : xForwarded(request);
  }

  private static Hops forwarded(HttpServletRequest request) {
    ListFromTheRight elements = list(request, "Forwarded");
    return () -> {
      String text = elements.nextOrNull();
      ForwardedElement element = text == null ? null : ForwardedElement.parse(text);
      return element == null ? null : Hop.of(element);
    };
  }

  /** A proxy that adds to one of these lists may replace another, or leave it alone. */
  private static Hops xForwarded(HttpServletRequest request) {
    ListFromTheRight from = list(request, "X-Forwarded-For");
    ListFromTheRight schemes = list(request, "X-Forwarded-Proto");
    ListFromTheRight hosts = list(request, "X-Forwarded-Host");
    ListFromTheRight ports = list(request, "X-Forwarded-Port");
    return () ->
        Hop.of(from.nextOrNull(), schemes.nextOrNull(), hosts.nextOrNull(), ports.nextOrNull());
  }

  private static ListFromTheRight list(HttpServletRequest request, String header) {
    return ListFromTheRight.of(request.getHeaders(header));
  }
}
