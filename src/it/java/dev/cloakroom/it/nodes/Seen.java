package dev.cloakroom.it.nodes;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request.
 *
 * @param asked what was asked of whom
 * @param answer null if the connection broke
 * @param took how long it took
 */
record Seen(Asked asked, @Nullable HttpResponse<String> answer, Duration took) {
  private static final int NONE = 0;

  /** What a request is for. */
  enum Kind {
    PUBLIC,
    GUARDED,
    LOGIN,
    LOGOUT,
    REFRESH,
    ROTATION,
    BEAN
  }

  /** A request to a server. */
  record Asked(Kind kind, String server) {}

  boolean isUnanswered() {
    return answer == null;
  }

  int status() {
    return answer == null ? NONE : answer.statusCode();
  }

  boolean saysWhenToRetry() {
    return answer != null && answer.headers().firstValue("Retry-After").isPresent();
  }

  boolean clearsACookie() {
    return answer != null
        && answer.headers().allValues("Set-Cookie").stream()
            .anyMatch(cookie -> cookie.contains("Max-Age=0"));
  }

  @Override
  public String toString() {
    return asked + " " + status() + " " + took;
  }
}
