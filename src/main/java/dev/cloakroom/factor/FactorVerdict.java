package dev.cloakroom.factor;

import java.time.Duration;

/** What came of an answer to a second factor. */
public sealed interface FactorVerdict {

  /** Its own answer, or none. */
  enum Judged implements FactorVerdict {
    /** The caller is proven. The answer is good for nothing any more. */
    PROVEN,
    /** It proves nothing; or the caller has no such factor. */
    REFUSED
  }

  /** Nobody looked at it: after so many that were wrong, the next one has to wait so long. */
  record Throttled(Duration retryAfter) implements FactorVerdict {}
}
