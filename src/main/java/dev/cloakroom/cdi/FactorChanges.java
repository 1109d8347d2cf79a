package dev.cloakroom.cdi;

import dev.cloakroom.LoginSession;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.RecoveryCodeUsed;
import dev.cloakroom.factor.FactorEvents;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;

/**
 * Ends a caller's other login sessions when a factor of theirs has changed: who had got in by what
 * was good before is out. Then it fires the event, also if the sessions could not be ended.
 *
 * @param current the session that the calling thread works for
 */
record FactorChanges(LoginSession current, SessionEnder ender, SessionEnvironment sessions)
    implements FactorEvents {

  @Override
  public void changed(FactorChanged event) {
    try {
      String caller = event.callerName();
      String kept = current.callerName().equals(caller) ? current.id() : "";
      ender.endAllBut(kept, caller, EndReason.FACTOR_CHANGED);
    } finally {
      sessions.events().accept(event);
    }
  }

  @Override
  public void used(RecoveryCodeUsed event) {
    sessions.events().accept(event);
  }
}
