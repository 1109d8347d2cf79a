package dev.cloakroom.client;

import dev.cloakroom.client.ClientSettings.Redirects;
import dev.cloakroom.client.Outgoing.Travel;
import dev.cloakroom.http.Answer.Header;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Follows redirects (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110
 * §15.4</a>). It shows a redirect instead of following it where that would lead from HTTPS to plain
 * HTTP, take a request that changes something, or a login, to another origin, send a body a second
 * time though it cannot be, or be followed as somebody who has logged in meanwhile. Safe for use by
 * several threads.
 */
final class RedirectFollower {
  private static final int MOST = 20;

  private final Wire wire;
  private final ClientSettings settings;
  private final Clock clock;

  RedirectFollower(Wire wire, ClientSettings settings, Clock clock) {
    this.wire = wire;
    this.settings = settings;
    this.clock = clock;
  }

  /** The answer at the end of all redirects; an {@code IOException} after twenty of them. */
  CompletionStage<ClientResponse> send(Outgoing first) {
    return follow(first, List.of());
  }

  private CompletionStage<ClientResponse> follow(Outgoing out, List<Hop> before) {
    return wire.send(out)
        .thenCompose(
            hop -> {
              List<Hop> hops = with(before, hop);
              Optional<Outgoing> next = next(hop);
              if (next.isEmpty()) {
                return CompletableFuture.completedFuture(new ClientResponse(hops, clock.instant()));
              }
              return hops.size() > MOST
                  ? CompletableFuture.failedStage(
                      new IOException("More than " + MOST + " redirects, for " + before.get(0)))
                  : follow(next.get(), hops);
            });
  }

  private static List<Hop> with(List<Hop> before, Hop hop) {
    return before.isEmpty()
        ? List.of(hop)
        : Stream.concat(before.stream(), Stream.of(hop)).toList();
  }

  private Optional<Outgoing> next(Hop hop) {
    return settings.redirects() == Redirects.FOLLOWED && isRedirect(hop.answer().statusCode())
        ? target(hop).flatMap(uri -> next(hop, uri))
        : Optional.empty();
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static Optional<URI> target(Hop hop) {
    try {
      return hop.answer()
          .headers()
          .firstValue("Location")
          .map(location -> resolved(hop.out().uri(), location))
          .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What a reference leads to (RFC 3986 §5.2.2). The JDK takes the last part of the path away where
   * there is only a query. The text is read once more: what is sent is what was looked at.
   */
  private static URI resolved(URI from, String location) {
    String reference = location.startsWith("?") ? from.getRawPath() + location : location;
    return URI.create(from.resolve(reference).toString());
  }

  private Optional<Outgoing> next(Hop hop, URI uri) {
    Outgoing out = hop.out();
    boolean stays = Origin.of(out.uri()).equals(Origin.of(uri));
    ClientRequest request = redirected(out.request(), hop.answer().statusCode());
    boolean allowed =
        !isWeaker(out.uri(), uri)
            && !out.isOfEarlierLogin()
            && out.travel() != Travel.NOWHERE
            && (stays || out.travel() != Travel.HOME_ONLY)
            && (stays || request.isSafe())
            && request.isRepeatable();
    Travel travel = stays ? out.travel() : Travel.AWAY;
    return allowed ? Optional.of(out.led(request, uri, travel)) : Optional.empty();
  }

  private static boolean isWeaker(URI from, URI to) {
    String scheme = to.getScheme().toLowerCase(Locale.ROOT);
    return !scheme.equals("https")
        && (!scheme.equals("http") || "https".equalsIgnoreCase(from.getScheme()));
  }

  /** As browsers do: 303 is followed with GET, and 301 and 302 of a POST, too. */
  private static ClientRequest redirected(ClientRequest request, int status) {
    boolean becomesGet =
        (status == 303 && !request.method().equals("HEAD"))
            || (status < 303 && request.method().equals("POST"));
    if (!becomesGet) {
      return request;
    }
    List<Header> headers =
        request.headers().stream()
            .filter(header -> !header.name().toLowerCase(Locale.ROOT).startsWith("content-"))
            .toList();
    return new ClientRequest("GET", request.target(), headers, request.cookies(), null);
  }
}
