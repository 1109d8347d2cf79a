package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.SecurityEvent;
import dev.cloakroom.session.SessionEvents;
import jakarta.enterprise.event.Event;

/**
 * Fires security events to the application's observers. An observer that throws undoes nothing:
 * what it was told of has happened.
 */
final class SecurityEvents implements SessionEvents {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private final Event<SecurityEvent> observers;

  SecurityEvents(Event<SecurityEvent> observers) {
    this.observers = observers;
  }

  @Override
  public void accept(SecurityEvent event) {
    try {
      observers.fire(event);
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "An observer of " + event.getClass().getSimpleName() + " failed.", failure);
    }
  }
}
