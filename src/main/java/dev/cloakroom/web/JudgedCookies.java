package dev.cloakroom.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * The cookies that a response sets, judged before they can leave. A page is written in many pieces,
 * before each of which the container may have added a cookie, and mostly has not. Belongs to one
 * response.
 */
final class JudgedCookies {
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final CookieGuard guard;
  private List<String> judged = List.of();

  JudgedCookies(HttpServletRequest request, HttpServletResponse response, CookieGuard guard) {
    this.request = request;
    this.response = response;
    this.guard = guard;
  }

  /** Judges what the response has been told to set so far. */
  void judge() {
    guard.guard(request, response);
    judged = present();
  }

  /** The same, if that is something else than when it was judged. */
  void judgeWhatIsNew() {
    if (!judged.equals(present())) {
      judge();
    }
  }

  private List<String> present() {
    return response.containsHeader(CookieGuard.SET_COOKIE)
        ? List.copyOf(response.getHeaders(CookieGuard.SET_COOKIE))
        : List.of();
  }
}
