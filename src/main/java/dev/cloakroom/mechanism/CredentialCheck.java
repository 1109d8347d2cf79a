package dev.cloakroom.mechanism;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.identitystore.CallerValidation;
import dev.cloakroom.identitystore.CallerValidation.NotValidated;
import dev.cloakroom.identitystore.CallerValidation.Throttled;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.PresentedName;
import dev.cloakroom.identitystore.WorkLimit;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.throttle.Admission;
import dev.cloakroom.throttle.Admission.Counted;
import dev.cloakroom.throttle.Admission.Waiting;
import dev.cloakroom.throttle.Attempt;
import dev.cloakroom.throttle.Throttle;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Has a credential checked by the identity stores, unless whoever presents it has to wait, and not
 * more of them at once than the server can do. An attempt is counted before it queues, so that the
 * queue is for hashing alone: neither who has to wait nor a store that hangs holds a place in it.
 * Strangers, however many, leave room in the queue for whoever comes on a known device. Safe for
 * use by several threads.
 */
public final class CredentialCheck {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.mechanism");

  private final CallerValidator validator;
  private final WorkLimit strangers;
  private final WorkLimit known;
  private final Throttle throttle;
  private final DeviceCookie device;

  /** Has this validator asked, as often as the limits allow. */
  public CredentialCheck(
      CallerValidator validator, WorkLimit work, Throttle throttle, DeviceCookie device) {
    this.validator = validator;
    this.strangers = work;
    this.known = work.beside();
    this.throttle = throttle;
    this.device = device;
  }

  /** What comes of a credential that a request presents. */
  CallerValidation of(Credential presented, HttpServletRequest request) {
    Attempt attempt = attempt(presented, request);
    try {
      Admission admission = throttle.admit(attempt);
      return admission instanceof Counted counted
          ? checked(presented, counted, attempt.device() == null ? strangers : known)
          : new Throttled(((Waiting) admission).retryAfter());
    } catch (StoreUnavailableException failure) {
      LOG.log(ERROR, "Attempts cannot be counted; the login is answered with 503.", failure);
      return NotValidated.UNAVAILABLE;
    }
  }

  private Attempt attempt(Credential presented, HttpServletRequest request) {
    String name = PresentedName.of(presented);
    return new Attempt(name, TrustedProxies.addressOf(request), device.idFor(request, name));
  }

  private CallerValidation checked(Credential presented, Counted counted, WorkLimit work) {
    CallerValidation validation =
        work.run(() -> validator.validate(presented)).orElseGet(CredentialCheck::overloaded);
    if (validation != NotValidated.REFUSED) {
      throttle.takeBack(counted);
    }
    return validation;
  }

  private static CallerValidation overloaded() {
    LOG.log(
        WARNING,
        "More logins come than can be checked; one is answered with 503. See"
            + " cloakroom.login.max-parallel and cloakroom.login.max-waiting.");
    return NotValidated.UNAVAILABLE;
  }
}
