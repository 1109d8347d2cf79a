package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.LoginFailed;
import dev.cloakroom.RefreshTokenReused;
import dev.cloakroom.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Writes each security event to the log {@code dev.cloakroom.events}, one line each: what happened,
 * to whom and when (UTC). Events carry no secrets; what clients chose is encoded.
 */
@ApplicationScoped
public class SecurityEventLog {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.events");

  /** Made by the container. */
  public SecurityEventLog() {}

  void write(@Observes SecurityEvent event) {
    boolean alarming = event instanceof LoginFailed || event instanceof RefreshTokenReused;
    LOG.log(alarming ? WARNING : INFO, LogText.encode(event.toString()));
  }
}
