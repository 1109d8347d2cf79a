package dev.cloakroom.servlet;

import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.event.LoginThrottled;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;

/** Tells of attempts that proved nobody. */
public final class LoginFailures {

  private LoginFailures() {}

  /**
   * Tells of one.
   *
   * @param callerName who was to be proven, as the client said; empty if it did not
   */
  public static void tell(
      SessionEnvironment sessions, Refused why, String callerName, HttpServletRequest request) {
    Instant now = sessions.clock().instant();
    String address = TrustedProxies.addressOf(request);
    SecurityEvent event =
        why.retryAfter() == null
            ? new LoginFailed(callerName, address, why.reason().code(), now)
            : new LoginThrottled(callerName, address, why.retryAfter(), now);
    sessions.events().accept(event);
  }
}
