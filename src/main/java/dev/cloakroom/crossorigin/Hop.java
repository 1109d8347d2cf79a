package dev.cloakroom.crossorigin;

import dev.cloakroom.config.IpAddress;
import dev.cloakroom.http.ForwardedElement;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy says of the request that it was sent: by whom, and how. What it does not say, or
 * says so that it cannot be understood, is null.
 *
 * @param from who asked the proxy; null also where it keeps that to itself, as by {@code unknown}
 *     and {@code _hidden} (<a href="https://www.rfc-editor.org/rfc/rfc7239#section-6">RFC 7239
 *     §6</a>)
 * @param scheme {@code http} or {@code https}
 * @param host with a port or without
 * @param port in digits, if a client writes it
 */
record Hop(
    @Nullable InetAddress from,
    @Nullable String scheme,
    @Nullable String host,
    @Nullable String port) {

  /**
   * IPv4 with a port, or any address in brackets; not IPv6 without, where each colon is its own.
   */
  private static final Pattern WITH_PORT =
      Pattern.compile("([0-9.]+):([0-9]{1,5}|_[A-Za-z0-9._-]+)|\\[([^\\]]*)](:.*)?");

  private static final Set<String> UNWRITTEN = Set.of("80", "443");
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");

  /** What an element of {@code Forwarded} says. */
  static Hop of(ForwardedElement element) {
    return of(
        element.parameter("for"), element.parameter("proto"), element.parameter("host"), null);
  }

  /** What the values of {@code X-Forwarded-*} say. */
  static Hop of(
      @Nullable String from,
      @Nullable String scheme,
      @Nullable String host,
      @Nullable String port) {
    return new Hop(address(from), knownScheme(scheme), writtenHost(host), writtenPort(port));
  }

  private static @Nullable InetAddress address(@Nullable String node) {
    if (node == null) {
      return null;
    }
    Matcher withPort = WITH_PORT.matcher(node);
    if (!withPort.matches()) {
      return IpAddress.parse(node);
    }
    return IpAddress.parse(withPort.group(1) == null ? withPort.group(3) : withPort.group(1));
  }

  /** There are proxies that name the protocol of a WebSocket. */
  private static @Nullable String knownScheme(@Nullable String scheme) {
    return scheme == null
        ? null
        : switch (scheme.toLowerCase(Locale.ROOT)) {
          case "https", "wss" -> "https";
          case "http", "ws" -> "http";
          default -> null;
        };
  }

  private static @Nullable String writtenHost(@Nullable String host) {
    return host != null && Origin.parse("https://" + host).isPresent() ? host : null;
  }

  /**
   * Clients do not write those that their schemes stand for; and of several proxies the last may
   * name the 80 of its own connection where the client came by HTTPS.
   */
  private static @Nullable String writtenPort(@Nullable String port) {
    return port != null && PORT.matcher(port).matches() && !UNWRITTEN.contains(port) ? port : null;
  }
}
