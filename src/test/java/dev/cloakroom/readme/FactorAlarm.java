package dev.cloakroom.readme;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.RecoveryCodeUsed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

@ApplicationScoped
public class FactorAlarm {
  private static final System.Logger LOG = System.getLogger("org.example.shop");

  void onChange(@Observes FactorChanged event) {
    LOG.log(
        WARNING,
        "To be mailed: {0} {1} of {2}.",
        event.change(),
        event.method(),
        event.callerName());
  }

  void onUse(@Observes RecoveryCodeUsed event) {
    LOG.log(
        WARNING,
        "To be mailed: {0} has {1} recovery codes left.",
        event.callerName(),
        event.left());
  }
}
