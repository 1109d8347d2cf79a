package dev.cloakroom.readme;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.event.TicketReused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

@ApplicationScoped
public class Alarm {
  private static final System.Logger LOG = System.getLogger("alarm");

  void onTheft(@Observes RefreshTokenReused theft) {
    LOG.log(WARNING, "Somebody copied a refresh token of login session {0}", theft.sessionId());
  }

  void onTheft(@Observes TicketReused theft) {
    LOG.log(WARNING, "Somebody copied a cookie of login session {0}", theft.sessionId());
  }
}
