package dev.cloakroom.factor;

import dev.cloakroom.SecondFactor;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The codes of an authenticator app, each good once. Safe for use by several threads. */
public final class TotpFactor implements SecondFactor {
  /** What it is called. */
  public static final String METHOD = "otp";

  private final FactorRecords records;
  private final Clock clock;

  /**
   * The codes of these callers.
   *
   * @param clock tells which codes are good
   */
  public TotpFactor(FactorRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public boolean isEnrolled(String callerName) {
    return records.of(callerName).isEnrolled();
  }

  @Override
  public boolean proves(String callerName, @Nullable String challenge, String answer) {
    Instant now = clock.instant();
    return TypedCode.digits(answer)
        .map(code -> records.change(callerName, current -> used(current, code, now)))
        .isPresent();
  }

  /** Of two who show a code, one is first; the other finds its step used. */
  private static @Nullable FactorRecord used(FactorRecord current, String code, Instant now) {
    TotpSecret secret = current.secret();
    long step = secret == null ? TotpSecret.NONE : secret.stepOf(code, now);
    return step > current.lastStep() ? current.used(step) : null;
  }
}
