package dev.cloakroom.it.probe.app;

import dev.cloakroom.LoggedIn;
import dev.cloakroom.LoggedOut;
import dev.cloakroom.LoginFailed;
import dev.cloakroom.LoginSessionEnded;
import dev.cloakroom.RefreshTokenReused;
import dev.cloakroom.SecurityEvent;
import dev.cloakroom.TicketReused;
import dev.cloakroom.TicketRotated;
import dev.cloakroom.TokensRefreshed;
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
