package dev.cloakroom.testkit.door;

import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessProducer;
import java.time.Clock;

/**
 * Gives the application under test a clock that can be moved, and a store in memory that can be
 * emptied, in the place of those that Cloakroom makes. A store outside of the process stays as it
 * is, and there the clock is never moved.
 */
public class DoorExtension implements Extension {
  private static final String CLOAKROOMS = "dev.cloakroom.cdi";

  /** Made by the container. */
  public DoorExtension() {}

  <T> void move(@Observes ProcessProducer<T, Clock> found) {
    if (isCloakrooms(found.getAnnotatedMember())) {
      found.setProducer(new Remade<>(found.getProducer(), MovableClock::new));
    }
  }

  <T> void empty(@Observes ProcessProducer<T, SessionEnvironment> found) {
    if (isCloakrooms(found.getAnnotatedMember())) {
      found.setProducer(new Remade<>(found.getProducer(), DoorExtension::emptied));
    }
  }

  private static boolean isCloakrooms(AnnotatedMember<?> producer) {
    return producer.getDeclaringType().getJavaClass().getPackageName().equals(CLOAKROOMS);
  }

  private static SessionEnvironment emptied(SessionEnvironment made) {
    if (!(made.store() instanceof MemorySessionStore)) {
      return made;
    }
    SessionStore store = EmptiedStore.of(made.store(), () -> new MemorySessionStore(made.clock()));
    return new SessionEnvironment(
        store, made.settings(), made.tickets(), made.clock(), made.events());
  }
}
