package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.event.LoginThrottled;
import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.event.TicketReused;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Writes each security event to the log {@code dev.cloakroom.events}, one line each: what happened,
 * to whom and when (UTC). Events carry no secrets; what clients chose is encoded.
 */
@ApplicationScoped
public class SecurityEventLog {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.events");
  private static final int FIRST = 0;

  /** Made by the container. */
  public SecurityEventLog() {}

  /**
   * Before any observer of the application's: one that throws keeps those after it from hearing.
   */
  void write(@Observes @Priority(FIRST) SecurityEvent event) {
    LOG.log(isAlarming(event) ? WARNING : INFO, LogText.encode(event.toString()));
  }

  private static boolean isAlarming(SecurityEvent event) {
    return event instanceof LoginFailed
        || event instanceof LoginThrottled
        || event instanceof RefreshTokenReused
        || event instanceof TicketReused;
  }
}
