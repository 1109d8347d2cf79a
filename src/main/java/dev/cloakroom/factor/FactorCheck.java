package dev.cloakroom.factor;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.factor.FactorVerdict.Judged;
import dev.cloakroom.factor.FactorVerdict.Throttled;
import dev.cloakroom.throttle.Admission;
import dev.cloakroom.throttle.Admission.Counted;
import dev.cloakroom.throttle.Admission.Waiting;
import dev.cloakroom.throttle.Throttle;

/**
 * Has answers to second factors judged, unless whoever gives them has to wait. Each counts for its
 * caller before it is looked at, whichever login it is for, so that neither many at once nor many
 * logins are more guesses. One by a factor that the caller does not have is no guess, and counts
 * for nobody. Safe for use by several threads.
 */
public final class FactorCheck {
  private final SecondFactors factors;
  private final Throttle throttle;

  /** Has these factors asked, as often as this throttle allows. */
  public FactorCheck(SecondFactors factors, Throttle throttle) {
    this.factors = factors;
    this.throttle = throttle;
  }

  /**
   * What comes of an answer.
   *
   * @throws FactorFailedException if a factor failed
   * @throws StoreUnavailableException if the answer cannot be counted
   */
  public FactorVerdict of(FactorTry tried) {
    if (!tried.question().methods().contains(tried.method())) {
      return Judged.REFUSED;
    }
    Admission admission = throttle.admitProven(tried.callerName(), tried.device());
    return admission instanceof Counted counted
        ? judged(tried, counted)
        : new Throttled(((Waiting) admission).retryAfter());
  }

  private FactorVerdict judged(FactorTry tried, Counted counted) {
    boolean proven;
    try {
      proven = factors.isProven(tried);
    } catch (FactorFailedException unknown) {
      throttle.takeBack(counted);
      throw unknown;
    }
    if (!proven) {
      return Judged.REFUSED;
    }
    throttle.takeBack(counted);
    return Judged.PROVEN;
  }
}
