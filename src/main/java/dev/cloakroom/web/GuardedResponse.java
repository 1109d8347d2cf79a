package dev.cloakroom.web;

import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.AnswerCaching;
import dev.cloakroom.servlet.GuardingResponse;
import dev.cloakroom.servlet.OwedCookies;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A response that gives the cookies we guard their attributes before it can be committed: as they
 * are set, and once more before anything else leaves, since a container may have added its own past
 * every wrapper. The cookies that we owe the client survive whatever the application does to its
 * answer. Before anything leaves, what beans hold is kept ({@link AnswerGate}).
 */
final class GuardedResponse extends HttpServletResponseWrapper implements GuardingResponse {
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final CookieGuard cookies;
  private final JudgedCookies judged;
  private final AnswerGate gate;
  private boolean begun;
  private @Nullable GuardedOutputStream stream;
  private @Nullable GuardedWriter writer;

  GuardedResponse(HttpServletRequest request, HttpServletResponse response, CookieGuard cookies) {
    super(response);
    this.request = request;
    this.response = response;
    this.cookies = cookies;
    this.judged = new JudgedCookies(request, response, cookies);
    this.gate = new AnswerGate(request, response);
  }

  @Override
  public HttpServletResponse guarded() {
    return response;
  }

  /** Guards what the response has been told to set so far. */
  void guard() {
    judged.judge();
  }

  @Override
  public void addCookie(Cookie cookie) {
    cookies.add(cookie, request, response);
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (value != null && isCookie(name)) {
      cookies.add(value, request, response);
    } else if (AnswerCaching.isAbout(name)) {
      tellCaches(name, value);
    } else {
      super.addHeader(name, value);
    }
  }

  private void tellCaches(String name, @Nullable String value) {
    if (AnswerCaching.giveWay(name, request, response)) {
      super.setHeader(name, value);
    } else {
      super.addHeader(name, value);
    }
    restore();
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (value != null && isCookie(name)) {
      cookies.put(value, request, response);
    } else if (isCookie(name)) {
      super.setHeader(name, null);
      restore();
    } else if (AnswerCaching.isAbout(name)) {
      AnswerCaching.giveWay(name, request, response);
      super.setHeader(name, value);
      restore();
    } else {
      super.setHeader(name, value);
    }
  }

  @Override
  public void setDateHeader(String name, long date) {
    tell(name, () -> super.setDateHeader(name, date));
  }

  @Override
  public void addDateHeader(String name, long date) {
    tell(name, () -> super.addDateHeader(name, date));
  }

  @Override
  public void setIntHeader(String name, int value) {
    tell(name, () -> super.setIntHeader(name, value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    tell(name, () -> super.addIntHeader(name, value));
  }

  /** Has a header told that is no text. */
  private void tell(String name, Runnable header) {
    boolean isAboutCaching = AnswerCaching.isAbout(name);
    if (isAboutCaching) {
      AnswerCaching.giveWay(name, request, response);
    }
    header.run();
    if (isAboutCaching || isCookie(name)) {
      restore();
    }
  }

  private void restore() {
    OwedCookies.restore(request, response);
  }

  private static boolean isCookie(@Nullable String header) {
    return CookieGuard.SET_COOKIE.equalsIgnoreCase(header);
  }

  @Override
  public void reset() {
    super.reset();
    AnswerCaching.guardAgain(request, response);
    restore();
  }

  /** The same each time, as a container's. */
  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    ServletOutputStream own = super.getOutputStream();
    GuardedOutputStream known = stream;
    if (known == null || !known.isOf(own)) {
      known = new GuardedOutputStream(own, this::mayLeave);
      stream = known;
    }
    return known;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    PrintWriter own = super.getWriter();
    GuardedWriter known = writer;
    if (known == null || !known.isOf(own)) {
      known = new GuardedWriter(own, this::mayLeave);
      writer = known;
    }
    return known;
  }

  /** Whether what is about to leave may. */
  private boolean mayLeave() {
    guardUncommitted();
    return gate.opens();
  }

  private void guardUncommitted() {
    if (!response.isCommitted()) {
      ServedRequest.finishLogout();
      if (!begun) {
        begun = true;
        restore();
      }
      judged.judgeWhatIsNew();
    }
  }

  /** Has the application's answer give way to this one, unless it has begun. */
  void refuse(Reason reason) {
    gate.refuse(reason);
  }

  /** It is answered: what is written from now on is dropped. */
  void end() {
    gate.shut();
  }

  /** The application is done with it. */
  void finish() {
    begun = false;
    guardUncommitted();
    gate.close();
  }

  /** The application has failed, and the container is to answer. */
  void giveUp() {
    if (!response.isCommitted()) {
      ServedRequest.finishLogout();
    }
    OwedCookies.entrust(request, response);
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

  /** Overrides what Servlet 6.1 has and our compiler does not know, like the next two. */
  public void sendRedirect(String location, int status) throws IOException {
    sendRedirect(location, status, true);
  }

  /** With the status that a redirect has when nobody says which. */
  public void sendRedirect(String location, boolean clearsBuffer) throws IOException {
    sendRedirect(location, SC_FOUND, clearsBuffer);
  }

  /** With both. */
  public void sendRedirect(String location, int status, boolean clearsBuffer) throws IOException {
    if (mayLeave()) {
      LaterRedirect.send(response, location, status, clearsBuffer);
    }
  }
}
