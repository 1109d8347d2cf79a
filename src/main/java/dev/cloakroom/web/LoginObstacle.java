package dev.cloakroom.web;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.servlet.OwedCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** What keeps the application from logging somebody in; an application may hush it, the log not. */
final class LoginObstacle {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private LoginObstacle() {}

  /** Why the cookie of a login could not reach the client; null if it can. */
  static @Nullable String of(HttpServletRequest request, HttpServletResponse response) {
    String obstacle = OwedCookies.obstacle(request, response);
    if (obstacle == null) {
      return null;
    }
    String message = obstacle + " Log in by the page itself, before anything is written.";
    LOG.log(WARNING, "A login is refused. " + message);
    return message;
  }
}
