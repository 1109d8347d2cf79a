package dev.cloakroom.session;

import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.store.BeanState;
import java.util.Map;

/** Hears what happens to login sessions. It must not throw. */
@FunctionalInterface
public interface SessionEvents {

  /** Something happened that the application may want to know. */
  void accept(SecurityEvent event);

  /**
   * A session is over, and what its beans held is nobody's any more.
   *
   * @param beans what was kept of them, each by its bean's name; may be empty
   */
  default void leftBehind(String sessionId, Map<String, BeanState> beans) {}
}
