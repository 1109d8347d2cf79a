package dev.cloakroom.servlet;

import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The {@code Set-Cookie} headers of a response: at most one for a cookie (RFC 6265bis, 4.1.1),
 * which is one of a name, domain and path.
 */
public final class ResponseCookies {
  private static final String SET_COOKIE = "Set-Cookie";

  private ResponseCookies() {}

  /** Sets the cookie that a header value describes in the place of the same one. */
  public static void put(HttpServletResponse response, String header) {
    putAll(response, List.of(header));
  }

  /** Sets cookies, in this order, in the place of the same ones. */
  static void putAll(HttpServletResponse response, List<String> headers) {
    List<String> present =
        response.getHeaders(SET_COOKIE).stream().filter(header -> isIn(headers, header)).toList();
    if (present.isEmpty()) {
      headers.forEach(header -> response.addHeader(SET_COOKIE, header));
    } else if (!present.equals(headers)) {
      rewrite(response, all -> replaced(all, headers));
    }
  }

  /** The cookies with one more, in the place of the same one. */
  public static List<String> with(String header, List<String> others) {
    return replaced(others, List.of(header));
  }

  private static List<String> replaced(List<String> all, List<String> headers) {
    return Stream.concat(all.stream().filter(header -> !isIn(headers, header)), headers.stream())
        .toList();
  }

  private static boolean isIn(List<String> headers, String header) {
    return headers.stream().anyMatch(each -> GuardedCookie.isSame(each, header));
  }

  /**
   * Rewrites the cookies that the response sets so far, if any.
   *
   * @param rewriting all of its {@code Set-Cookie} values to those it is to have
   */
  public static void rewrite(HttpServletResponse response, UnaryOperator<List<String>> rewriting) {
    if (!response.containsHeader(SET_COOKIE)) {
      return;
    }
    List<String> present = List.copyOf(response.getHeaders(SET_COOKIE));
    List<String> rewritten = rewriting.apply(present);
    if (!rewritten.equals(present)) {
      replaceAll(response, rewritten);
    }
  }

  /**
   * Hands a cookie, which the response sets already, to the container as a cookie. Only for servers
   * that keep those apart from the headers: elsewhere it would be sent twice.
   */
  static void entrust(HttpServletResponse response, SetCookie cookie) {
    List<String> present = List.copyOf(response.getHeaders(SET_COOKIE));
    response.setHeader(SET_COOKIE, null);
    present.stream()
        .filter(header -> !GuardedCookie.name(header).equals(cookie.name()))
        .forEach(header -> response.addHeader(SET_COOKIE, header));
    response.addCookie(asContainersOwn(cookie.headerValue()));
  }

  private static Cookie asContainersOwn(String header) {
    String[] parts = header.split("; ", -1);
    String[] pair = parts[0].split("=", 2);
    Cookie cookie = new Cookie(pair[0], pair[1]);
    Stream.of(parts)
        .skip(1)
        .map(part -> part.split("=", 2))
        .filter(attribute -> !attribute[0].equals("Expires"))
        .forEach(
            attribute ->
                cookie.setAttribute(attribute[0], attribute.length == 2 ? attribute[1] : "true"));
    return cookie;
  }

  private static void replaceAll(HttpServletResponse response, List<String> headers) {
    response.setHeader(SET_COOKIE, headers.get(0));
    headers.stream().skip(1).forEach(header -> response.addHeader(SET_COOKIE, header));
  }
}
