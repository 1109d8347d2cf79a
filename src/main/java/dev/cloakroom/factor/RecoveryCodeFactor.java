package dev.cloakroom.factor;

import dev.cloakroom.SecondFactor;
import dev.cloakroom.event.RecoveryCodeUsed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The codes for whoever has lost their app, each good once. Safe for use by several threads. */
public final class RecoveryCodeFactor implements SecondFactor {
  /** What it is called. */
  public static final String METHOD = "recovery-code";

  private final FactorRecords records;
  private final FactorEvents events;
  private final Clock clock;

  /**
   * The codes of these callers.
   *
   * @param events hear of each that is used
   */
  public RecoveryCodeFactor(FactorRecords records, FactorEvents events, Clock clock) {
    this.records = records;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public boolean isEnrolled(String callerName) {
    return !records.of(callerName).recovery().isEmpty();
  }

  @Override
  public boolean proves(String callerName, @Nullable String challenge, String answer) {
    FactorRecords.Changed changed =
        TypedCode.recovery(answer)
            .map(code -> NewRecoveryCodes.hashed(callerName, code))
            .map(code -> records.change(callerName, current -> current.without(code)))
            .orElse(null);
    if (changed == null) {
      return false;
    }
    int left = changed.after().recovery().size();
    events.used(new RecoveryCodeUsed(callerName, left, clock.instant()));
    return true;
  }
}
