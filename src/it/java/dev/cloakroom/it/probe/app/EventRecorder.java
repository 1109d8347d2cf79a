package dev.cloakroom.it.probe.app;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.event.TicketReused;
import dev.cloakroom.event.TicketRotated;
import dev.cloakroom.event.TokensRefreshed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears each kind of event by its own type, and throws for callers whose names end so. */
@ApplicationScoped
public class EventRecorder {
  private final Queue<SecurityEvent> heard = new ConcurrentLinkedQueue<>();

  void on(@Observes LoggedIn event) {
    record(event);
  }

  void on(@Observes LoginFailed event) {
    record(event);
  }

  void on(@Observes LoggedOut event) {
    record(event);
  }

  void on(@Observes TicketRotated event) {
    record(event);
  }

  void on(@Observes TokensRefreshed event) {
    record(event);
  }

  void on(@Observes TicketReused event) {
    record(event);
  }

  void on(@Observes RefreshTokenReused event) {
    record(event);
  }

  void on(@Observes LoginSessionEnded event) {
    record(event);
  }

  private void record(SecurityEvent event) {
    heard.add(event);
    if (event.callerName().endsWith("-unheard")) {
      throw new IllegalStateException("the probe's observer is told to fail");
    }
  }

  /** What was heard about a caller, in order. */
  public List<SecurityEvent> about(String caller) {
    return heard.stream().filter(event -> event.callerName().equals(caller)).toList();
  }
}
