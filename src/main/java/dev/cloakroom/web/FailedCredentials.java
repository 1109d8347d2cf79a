package dev.cloakroom.web;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.throttle.Admission.Waiting;
import dev.cloakroom.throttle.Attempt;
import dev.cloakroom.throttle.Throttle;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Counts refresh tokens that are none of ours, and secrets of services that ask about tokens, by
 * the address that they come from. After so many of them an address is told to wait; by a genuine
 * one it is not, whatever else has come from there: nobody guesses one, and whoever holds one has
 * done nothing. So it is not asked for those, and they cost nothing here. Safe for use by several
 * threads.
 */
public final class FailedCredentials {
  private final Throttle throttle;

  /** Counts by the limit of addresses. */
  public FailedCredentials(Throttle throttle) {
    this.throttle = throttle;
  }

  /**
   * Counts one more, and words the answer.
   *
   * @param refusal what is answered while nobody has to wait
   * @throws StoreUnavailableException if it cannot be counted
   */
  Answer answer(HttpServletRequest request, Answer refusal) {
    Attempt ofNobody = new Attempt("", TrustedProxies.addressOf(request), null);
    return throttle.admit(ofNobody) instanceof Waiting waiting
        ? Answer.of(Reason.TOO_MANY_REQUESTS).retryAfter(waiting.retryAfter())
        : refusal;
  }
}
