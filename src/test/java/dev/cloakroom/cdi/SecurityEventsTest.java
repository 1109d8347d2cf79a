package dev.cloakroom.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.testing.Stub;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SecurityEventsTest {
  private static final SecurityEvent EVENT = new LoggedOut("id", "alice", Instant.EPOCH);

  private final List<Object> heard = new ArrayList<>();

  @SuppressWarnings("unchecked") // a stub has no type arguments
  private static SecurityEvents firedAt(Consumer<Object> observer) {
    return new SecurityEvents(
        Stub.of(
            Event.class,
            Map.of(
                "fire",
                given -> {
                  observer.accept(given[0]);
                  return null;
                })),
        () -> {
          throw new AssertionError("no session has ended");
        });
  }

  @Test
  void accept_isHeard() {
    firedAt(heard::add).accept(EVENT);

    assertThat(heard).containsExactly(EVENT);
  }

  @Test
  void accept_observerThatThrows_undoesNothing() {
    firedAt(
            event -> {
              heard.add(event);
              throw new IllegalStateException("the observer's own trouble");
            })
        .accept(EVENT);

    assertThat(heard).containsExactly(EVENT);
  }
}
