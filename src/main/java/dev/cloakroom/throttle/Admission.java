package dev.cloakroom.throttle;

import dev.cloakroom.store.AttemptLimit;
import java.time.Duration;
import java.util.List;

/** Whether an attempt may be made. */
public sealed interface Admission {

  /** It may, and counts as one that has failed until it is taken back. */
  final class Counted implements Admission {
    private final List<AttemptLimit> limits;

    Counted(List<AttemptLimit> limits) {
      this.limits = List.copyOf(limits);
    }

    List<AttemptLimit> limits() {
      return limits;
    }
  }

  /** It may not, and was not counted: whoever wants to make it has to wait so long. */
  record Waiting(Duration retryAfter) implements Admission {}
}
