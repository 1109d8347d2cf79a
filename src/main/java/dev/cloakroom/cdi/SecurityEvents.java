package dev.cloakroom.cdi;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.access.Notification;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.scope.LeftBehindBeans;
import dev.cloakroom.session.SessionEvents;
import dev.cloakroom.store.BeanState;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Fires security events to the application's observers, and has the beans of ended sessions
 * destroyed. An observer that throws undoes nothing: what it was told of has happened.
 */
final class SecurityEvents implements SessionEvents {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom");

  private final Event<SecurityEvent> observers;

  private final Supplier<LeftBehindBeans> leftBehind;

  /**
   * Events for these observers.
   *
   * @param leftBehind asked when a session ends: it needs the sessions itself
   */
  SecurityEvents(Event<SecurityEvent> observers, Supplier<LeftBehindBeans> leftBehind) {
    this.observers = observers;
    this.leftBehind = leftBehind;
  }

  @Override
  public void accept(SecurityEvent event) {
    try {
      Notification.of(event, () -> observers.fire(event));
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "An observer of " + event.getClass().getSimpleName() + " failed.", failure);
    }
  }

  @Override
  public void leftBehind(String sessionId, Map<String, BeanState> beans) {
    leftBehind.get().destroy(sessionId, beans);
  }
}
