package dev.cloakroom.servlet;

import dev.cloakroom.http.SetCookie;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that we owe the client of a request: the ticket of its login session, or that it has
 * none any more, and its device. They stand in the header section from the moment when they are
 * owed, and are put back whenever something may have taken them out. The answer that brings them is
 * kept by no cache: whoever got it from there would be its caller. Belongs to one request; safe for
 * use by several threads, since an asynchronous request has more than one.
 */
public final class OwedCookies {
  private static final String ATTRIBUTE = "dev.cloakroom.owed-cookies";
  private static final String UNDERTOW = "io.undertow.";

  private final Map<String, Owed> cookies = new LinkedHashMap<>();

  private OwedCookies() {}

  /**
   * One cookie.
   *
   * @param before the headers that expire others of its name. They come first: for a client that
   *     tells cookies apart by their names alone, the last one counts
   */
  private record Owed(SetCookie cookie, List<String> before) {

    boolean isGiven() {
      return !cookie.value().isEmpty();
    }

    List<String> headers() {
      return Stream.concat(before.stream(), Stream.of(cookie.headerValue())).toList();
    }
  }

  /** From now on the client is owed this cookie, in the place of any of the same name. */
  static void add(HttpServletRequest request, HttpServletResponse response, SetCookie cookie) {
    OwedCookies owed = of(request);
    if (owed == null) {
      owed = new OwedCookies();
      request.setAttribute(ATTRIBUTE, owed);
    }
    owed.add(cookie, GuardingResponse.behind(response));
  }

  /** The cookie of a name that the client is owed comes behind these of the same name. */
  static void precede(
      HttpServletRequest request, HttpServletResponse response, String name, List<String> headers) {
    OwedCookies owed = of(request);
    if (owed != null) {
      owed.precede(name, headers, GuardingResponse.behind(response));
    }
  }

  /** Puts what is owed where it may have been lost; forbids caches the answer. */
  public static void restore(HttpServletRequest request, HttpServletResponse response) {
    OwedCookies owed = of(request);
    if (owed != null && !response.isCommitted()) {
      owed.writeTo(GuardingResponse.behind(response));
    }
  }

  /**
   * The container is about to answer by itself, because of an exception. Undertow takes all headers
   * out of its answer then, and has no page of ours asked; what it was given as a cookie stays. It
   * does so as well after {@code sendError}, which it calls committed, and is not yet.
   */
  public static void entrust(HttpServletRequest request, HttpServletResponse response) {
    OwedCookies owed = of(request);
    HttpServletResponse own = GuardingResponse.behind(response);
    if (owed != null && (isUndertow(own) || !response.isCommitted())) {
      owed.entrustTo(own);
    }
  }

  private static boolean isUndertow(HttpServletResponse response) {
    return response.getClass().getName().startsWith(UNDERTOW);
  }

  /** Whether the client is to be given a cookie of this name, and not to forget it. */
  static boolean gives(ServletRequest request, String name) {
    OwedCookies owed = of(request);
    return owed != null && owed.gives(name);
  }

  /**
   * Why no cookie can reach the client of a request any more; null if one can. Servers ignore such
   * a cookie without a word.
   */
  public static @Nullable String obstacle(
      HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      return "The response is already committed, so a session cookie could not reach the client.";
    }
    if (request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null) {
      return "What is included into a page cannot set headers, so a session cookie could not reach"
          + " the client.";
    }
    return AnswerCaching.forbid(GuardingResponse.behind(response))
        ? null
        : "The server ignores headers of this response, so a session cookie could not reach the"
            + " client.";
  }

  private static @Nullable OwedCookies of(ServletRequest request) {
    return (OwedCookies) request.getAttribute(ATTRIBUTE);
  }

  private synchronized void add(SetCookie cookie, HttpServletResponse response) {
    Owed known = cookies.get(cookie.name());
    cookies.put(cookie.name(), new Owed(cookie, known == null ? List.of() : known.before()));
    writeTo(response);
  }

  private synchronized void precede(
      String name, List<String> headers, HttpServletResponse response) {
    cookies.computeIfPresent(name, (unused, owed) -> new Owed(owed.cookie(), headers));
    writeTo(response);
  }

  private synchronized boolean gives(String name) {
    Owed owed = cookies.get(name);
    return owed != null && owed.isGiven();
  }

  private synchronized void entrustTo(HttpServletResponse response) {
    writeTo(response);
    if (isUndertow(response)) {
      cookies.values().forEach(owed -> ResponseCookies.entrust(response, owed.cookie()));
      cookies.clear();
    }
  }

  private synchronized void writeTo(HttpServletResponse response) {
    cookies.values().forEach(owed -> ResponseCookies.putAll(response, owed.headers()));
    AnswerCaching.forbid(response);
  }
}
