package dev.cloakroom.servlet;

import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The {@code Set-Cookie} headers of a response: at most one for a name (RFC 6265bis, 4.1.1). */
public final class ResponseCookies {
  private static final String SET_COOKIE = "Set-Cookie";

  private ResponseCookies() {}

  /** Sets a cookie in the place of any of the same name. */
  public static void put(HttpServletResponse response, SetCookie cookie) {
    put(response, cookie.headerValue());
  }

  /** Sets the cookie that a header value describes in the place of any of the same name. */
  public static void put(HttpServletResponse response, String header) {
    if (response.containsHeader(SET_COOKIE)) {
      rewrite(response, present -> with(header, present));
    } else {
      response.addHeader(SET_COOKIE, header);
    }
  }

  /** The cookies with one more, in the place of any of the same name. */
  public static List<String> with(String header, List<String> others) {
    String name = GuardedCookie.name(header);
    List<String> headers = new ArrayList<>(others);
    headers.removeIf(other -> GuardedCookie.name(other).equals(name));
    headers.add(header);
    return headers;
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

  private static void replaceAll(HttpServletResponse response, List<String> headers) {
    response.setHeader(SET_COOKIE, headers.get(0));
    headers.stream().skip(1).forEach(header -> response.addHeader(SET_COOKIE, header));
  }
}
