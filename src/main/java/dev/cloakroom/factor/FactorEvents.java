package dev.cloakroom.factor;

import dev.cloakroom.event.FactorChanged;
import dev.cloakroom.event.RecoveryCodeUsed;

/** Hears what happens to callers' factors. */
public interface FactorEvents {

  /** A factor was added, replaced or removed: the caller's other sessions are to end. */
  void changed(FactorChanged event);

  /** A recovery code was used. */
  void used(RecoveryCodeUsed event);
}
