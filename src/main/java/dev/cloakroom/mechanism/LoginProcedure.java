package dev.cloakroom.mechanism;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.event.LoginThrottled;
import dev.cloakroom.event.SecurityEvent;
import dev.cloakroom.http.Reason;
import dev.cloakroom.identitystore.CallerValidation;
import dev.cloakroom.identitystore.CallerValidation.NotValidated;
import dev.cloakroom.identitystore.CallerValidation.Throttled;
import dev.cloakroom.identitystore.CallerValidation.Validated;
import dev.cloakroom.identitystore.PresentedName;
import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.OwedCookies;
import dev.cloakroom.servlet.RefusalReasons;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenOutcome;
import dev.cloakroom.session.OpenRefusal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;

/**
 * Logs a caller in: asks the identity stores, opens a login session and hands its ticket to the
 * client. Whatever fails on the way, nobody is logged in. Safe for use by several threads.
 */
public final class LoginProcedure {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.mechanism");

  private final CredentialCheck check;
  private final LoginHandover handover;
  private final SessionEnvironment sessions;
  private final OwnCallers callers;
  private final ForgedLogins forged;

  /** Logs in callers whom the check believes, where no page of others could have sent them. */
  public LoginProcedure(
      ForgedLogins forged,
      CredentialCheck check,
      LoginHandover handover,
      SessionEnvironment sessions,
      OwnCallers callers) {
    this.forged = forged;
    this.check = check;
    this.handover = handover;
    this.sessions = sessions;
    this.callers = callers;
  }

  /** Logs the holder of a credential in, and tells the request's endpoint what came of it. */
  public AuthenticationStatus run(Credential presented, HttpMessageContext context) {
    HttpServletRequest request = context.getRequest();
    Outcome outcome = attempt(presented, context);
    LoginExchange.tell(request, outcome);
    if (outcome instanceof Succeeded succeeded) {
      OpenedSession opened = succeeded.opened();
      return ContainerLogin.establish(
          new RequestLogin.ByTicket(opened.session(), opened.ticket()), context);
    }
    fireFailure(presented, (Refused) outcome, request);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private Outcome attempt(Credential presented, HttpMessageContext context) {
    Reason forgery = forged.refusal(presented, context.getRequest());
    if (forgery != null) {
      return new Refused(forgery);
    }
    Instant begunAt = sessions.clock().instant();
    CallerValidation validation = check.of(presented, context.getRequest());
    if (!(validation instanceof Validated valid)) {
      return refused(validation);
    }
    String obstacle = OwedCookies.obstacle(context.getRequest(), context.getResponse());
    if (obstacle != null) {
      LOG.log(ERROR, "A login is refused. {0}", obstacle);
      return new Refused(Reason.MISCONFIGURED_SERVER);
    }
    return opened(presented, valid, begunAt, context);
  }

  private static Refused refused(CallerValidation validation) {
    if (validation instanceof Throttled throttled) {
      return new Refused(Reason.TOO_MANY_REQUESTS, throttled.retryAfter());
    }
    return new Refused(
        validation == NotValidated.UNAVAILABLE ? Reason.UNAVAILABLE : Reason.INVALID_CREDENTIALS);
  }

  private Outcome opened(
      Credential presented, Validated valid, Instant begunAt, HttpMessageContext context) {
    NewLogin login =
        NewLogin.of(valid.caller().getName(), valid.groups(), begunAt)
            .provenBy(methods(presented))
            .keeping(callers.stateOf(valid.caller(), context.getRequest()));
    try {
      OpenOutcome outcome = handover.open(login, context);
      return outcome instanceof OpenedSession opened
          ? new Succeeded(opened)
          : new Refused(RefusalReasons.of((OpenRefusal) outcome));
    } catch (StoreUnavailableException failure) {
      LOG.log(ERROR, "The session store failed; the login is answered with 503.", failure);
      return new Refused(Reason.UNAVAILABLE);
    }
  }

  private static Set<String> methods(Credential presented) {
    return presented instanceof UsernamePasswordCredential ? Set.of("pwd") : Set.of();
  }

  private void fireFailure(Credential presented, Refused refused, HttpServletRequest request) {
    Instant now = sessions.clock().instant();
    String name = PresentedName.of(presented);
    String address = TrustedProxies.addressOf(request);
    SecurityEvent event =
        refused.retryAfter() == null
            ? new LoginFailed(name, address, refused.reason().code(), now)
            : new LoginThrottled(name, address, refused.retryAfter(), now);
    sessions.events().accept(event);
  }
}
