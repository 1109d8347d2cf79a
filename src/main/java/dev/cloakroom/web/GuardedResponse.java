package dev.cloakroom.web;

import dev.cloakroom.http.GuardedCookie;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.CookiePolicy;
import dev.cloakroom.servlet.ResponseCookies;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response that gives the cookies we guard their attributes before it can be committed: as they
 * are set, and once more before anything else leaves, since a container may have added its own past
 * every wrapper. Before anything leaves, what beans hold is kept ({@link AnswerGate}).
 */
final class GuardedResponse extends HttpServletResponseWrapper {
  private static final String SET_COOKIE = "Set-Cookie";
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final CookiePolicy policy;
  private final Clock clock;
  private final AnswerGate gate;

  GuardedResponse(
      HttpServletRequest request, HttpServletResponse response, CookiePolicy policy, Clock clock) {
    super(response);
    this.request = request;
    this.response = response;
    this.policy = policy;
    this.clock = clock;
    this.gate = new AnswerGate(request, response);
  }

  /** Guards what the response has been told to set so far. */
  void guard() {
    ResponseCookies.rewrite(response, this::guarded);
  }

  private List<String> guarded(List<String> headers) {
    List<String> kept = List.of();
    for (String header : headers) {
      kept = ResponseCookies.with(guarded(header), kept);
    }
    return kept;
  }

  private String guarded(String header) {
    return policy.guards(GuardedCookie.name(header)) ? policy.guarded(header, request) : header;
  }

  @Override
  public void addCookie(Cookie cookie) {
    if (policy.guards(cookie.getName())) {
      super.addHeader(SET_COOKIE, policy.guarded(cookie, request, clock.instant()));
    } else {
      super.addCookie(cookie);
    }
    guard();
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    super.addHeader(name, value);
    if (SET_COOKIE.equalsIgnoreCase(name)) {
      guard();
    }
  }

  /**
   * A cookie takes the place of one of its name only. REST servers set their first cookie so, and
   * would throw away the container's, and the new ticket of a session that was just rotated.
   */
  @Override
  public void setHeader(String name, @Nullable String value) {
    if (value != null && SET_COOKIE.equalsIgnoreCase(name)) {
      ResponseCookies.put(response, guarded(value));
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new GuardedOutputStream(super.getOutputStream(), this::mayLeave);
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return new GuardedWriter(super.getWriter(), this::mayLeave);
  }

  /** Whether what is about to leave may. */
  private boolean mayLeave() {
    guardUncommitted();
    return gate.opens();
  }

  private void guardUncommitted() {
    if (!response.isCommitted()) {
      ServedRequest.finishLogout();
      guard();
    }
  }

  /** Has the application's answer give way to this one, unless it has begun. */
  void refuse(Reason reason) {
    gate.refuse(reason);
  }

  /** The application is done with it. */
  void finish() {
    guardUncommitted();
    gate.close();
  }

  @Override
  public void flushBuffer() throws IOException {
    if (mayLeave()) {
      super.flushBuffer();
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    if (mayLeave()) {
      super.sendError(status);
    }
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    if (mayLeave()) {
      super.sendError(status, message);
    }
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    if (mayLeave()) {
      super.sendRedirect(location);
    }
  }
}
