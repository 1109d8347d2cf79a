package dev.cloakroom.crossorigin;

import dev.cloakroom.config.AddressBlock;
import dev.cloakroom.config.IpAddress;
import dev.cloakroom.config.ProxyHeaders;
import dev.cloakroom.config.ProxySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells how clients have sent their requests. That is what the server says, except where a request
 * comes from a proxy that is trusted: then it is what the proxy says, and, if that was sent it by
 * another trusted one, what that says, and so on. What anybody else says counts for nothing.
 *
 * <p>What the application asks its request for stays what the server says. Safe for use by several
 * threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>
 */
public final class TrustedProxies {
  private static final String VIEW = "dev.cloakroom.client-view";

  private final List<AddressBlock> trusted;
  private final ProxyHeaders headers;

  /** Those that the settings name. */
  public TrustedProxies(ProxySettings settings) {
    this.trusted = List.copyOf(settings.trusted());
    this.headers = settings.headers();
  }

  /** Whether the client has sent a request by HTTPS. */
  public boolean isEncrypted(HttpServletRequest request) {
    return trusted.isEmpty() ? request.isSecure() : view(request).isEncrypted();
  }

  /** The host, and the port, that the client has asked, as {@code Host} writes it. */
  public @Nullable String host(HttpServletRequest request) {
    return trusted.isEmpty() ? request.getHeader("Host") : view(request).host();
  }

  /** The name or address of that host; empty if it is not known. */
  public String hostName(HttpServletRequest request) {
    return trusted.isEmpty()
        ? Objects.requireNonNullElse(request.getServerName(), "")
        : Origin.parse("http://" + host(request)).map(Origin::host).orElse("");
  }

  /** The address of the client of a request that was seen. */
  public static String addressOf(HttpServletRequest request) {
    ClientView seen = known(request);
    return seen == null ? request.getRemoteAddr() : seen.address();
  }

  /** What another application's copy of this class has seen before a dispatch is not known here. */
  private static @Nullable ClientView known(HttpServletRequest request) {
    return request.getAttribute(VIEW) instanceof ClientView view ? view : null;
  }

  /**
   * Looks at a request before anybody else can change what it says, as a filter of the application
   * may. Where nobody is trusted, nothing needs to be seen.
   */
  public void see(HttpServletRequest request) {
    if (!trusted.isEmpty()) {
      view(request);
    }
  }

  private ClientView view(HttpServletRequest request) {
    ClientView known = known(request);
    if (known != null) {
      return known;
    }
    ClientView view = seen(request);
    request.setAttribute(VIEW, view);
    return view;
  }

  private ClientView seen(HttpServletRequest request) {
    ClientView view = byConnection(request);
    InetAddress speaker = IpAddress.parse(view.address());
    if (!isTrusted(speaker)) {
      return view;
    }
    Hops hops = Hops.of(request, headers);
    Hop said;
    while (isTrusted(speaker) && (said = hops.next()) != null) {
      view = view.but(said);
      speaker = said.from();
    }
    return view;
  }

  private boolean isTrusted(@Nullable InetAddress address) {
    if (address == null) {
      return false;
    }
    for (AddressBlock block : trusted) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }

  static ClientView byConnection(HttpServletRequest request) {
    return new ClientView(
        request.isSecure() ? "https" : "http", request.getHeader("Host"), request.getRemoteAddr());
  }
}
