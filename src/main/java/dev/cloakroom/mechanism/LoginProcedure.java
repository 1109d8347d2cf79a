package dev.cloakroom.mechanism;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.factor.BegunLogin;
import dev.cloakroom.factor.BegunLogin.Wish;
import dev.cloakroom.factor.FactorFailedException;
import dev.cloakroom.factor.Factors;
import dev.cloakroom.http.Reason;
import dev.cloakroom.identitystore.AccessTokenIdentityStore;
import dev.cloakroom.identitystore.CallerValidation;
import dev.cloakroom.identitystore.CallerValidation.NotValidated;
import dev.cloakroom.identitystore.CallerValidation.Throttled;
import dev.cloakroom.identitystore.CallerValidation.Validated;
import dev.cloakroom.identitystore.PresentedName;
import dev.cloakroom.mechanism.FactorStep.Answered;
import dev.cloakroom.mechanism.FactorStep.GoesOn;
import dev.cloakroom.mechanism.FactorStep.Stopped;
import dev.cloakroom.scope.OwnCallers;
import dev.cloakroom.servlet.FactorAnswer;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.LoginFailures;
import dev.cloakroom.servlet.OwedCookies;
import dev.cloakroom.servlet.RefusalReasons;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.NewProof;
import dev.cloakroom.session.OpenOutcome;
import dev.cloakroom.session.OpenRefusal;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.store.Login;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;

/**
 * Logs a caller in: asks the identity stores, has them prove a second factor if they have one,
 * opens a login session and hands its ticket to the client. Whatever fails on the way, nobody is
 * logged in. Safe for use by several threads.
 */
public final class LoginProcedure {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.mechanism");

  private final ForgedLogins forged;
  private final CredentialCheck check;
  private final FactorStep step;
  private final LoginHandover handover;
  private final SessionEnvironment sessions;
  private final OwnCallers callers;

  /** Logs in callers whom the check believes, where no page of others could have sent them. */
  public LoginProcedure(
      ForgedLogins forged,
      CredentialCheck check,
      FactorStep step,
      LoginHandover handover,
      SessionEnvironment sessions,
      OwnCallers callers) {
    this.forged = forged;
    this.check = check;
    this.step = step;
    this.handover = handover;
    this.sessions = sessions;
    this.callers = callers;
  }

  /**
   * What came of a login.
   *
   * @param callerName whose it is, for who hears that it failed
   */
  private record Result(Outcome outcome, String callerName) {}

  /** Logs the holder of a credential in, and tells the request's endpoint what came of it. */
  public AuthenticationStatus run(Credential presented, HttpMessageContext context) {
    HttpServletRequest request = context.getRequest();
    Result result = attempt(presented, context);
    LoginExchange.tell(request, result.outcome());
    if (result.outcome() instanceof Succeeded succeeded) {
      OpenedSession opened = succeeded.opened();
      return ContainerLogin.establish(
          new RequestLogin.ByTicket(opened.session(), opened.ticket()),
          context,
          CallerForm.BY_NAME);
    }
    if (result.outcome() instanceof Refused refused) {
      LoginFailures.tell(sessions, refused, result.callerName(), request);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private Result attempt(Credential presented, HttpMessageContext context) {
    String name = PresentedName.of(presented);
    Reason forgery = forged.refusal(presented, context.getRequest());
    if (forgery != null) {
      return new Result(new Refused(forgery), name);
    }
    if (AccessTokenIdentityStore.isToken(presented)) {
      LOG.log(
          WARNING,
          "Nobody is logged in by an access token: ask IdentityStoreHandler.validate whose it is.");
      return new Result(new Refused(Reason.INVALID_CREDENTIALS), name);
    }
    try {
      return presented instanceof FactorAnswer answer
          ? completed(answer, context)
          : new Result(begun(presented, context), name);
    } catch (StoreUnavailableException failure) {
      LOG.log(ERROR, "The session store failed; the login is answered with 503.", failure);
    } catch (FactorFailedException failure) {
      LOG.log(ERROR, "A second factor failed; the login is answered with 503.", failure);
    }
    return new Result(new Refused(Reason.UNAVAILABLE), name);
  }

  private Outcome begun(Credential presented, HttpMessageContext context) {
    Instant begunAt = sessions.clock().instant();
    CallerValidation validation = check.of(presented, context.getRequest());
    if (!(validation instanceof Validated valid)) {
      return refused(validation);
    }
    if (isHindered(context)) {
      return new Refused(Reason.MISCONFIGURED_SERVER);
    }
    BegunLogin begun = LoginBeginning.of(valid, begunAt, callers, context);
    Pending pending = step.before(begun, context.getRequest(), context.getResponse());
    if (pending != null) {
      return pending;
    }
    step.forget(context.getRequest(), context.getResponse());
    return opened(begun, login(begun), context);
  }

  private Result completed(FactorAnswer answer, HttpMessageContext context) {
    if (isHindered(context)) {
      return new Result(new Refused(Reason.MISCONFIGURED_SERVER), "");
    }
    HttpServletRequest request = context.getRequest();
    Answered answered =
        step.answered(
            answer,
            request,
            context.getResponse(),
            begun -> handover.foreseen(login(begun), request));
    if (answered instanceof Stopped stopped) {
      return new Result(stopped.why(), stopped.callerName());
    }
    GoesOn on = (GoesOn) answered;
    callers.recall(on.begun().kept(), request);
    NewProof proof = new NewProof(Factors.LEVEL, Set.of(on.method()));
    NewLogin login = login(on.begun()).completedBy(proof, sessions.clock().instant());
    return new Result(opened(on.begun(), login, context), on.begun().callerName());
  }

  /** Whether no cookie can reach the client: nothing must be used up, or kept, for it. */
  private static boolean isHindered(HttpMessageContext context) {
    String obstacle = OwedCookies.obstacle(context.getRequest(), context.getResponse());
    if (obstacle != null) {
      LOG.log(ERROR, "A login is refused. {0}", obstacle);
    }
    return obstacle != null;
  }

  private static Refused refused(CallerValidation validation) {
    if (validation instanceof Throttled throttled) {
      return new Refused(Reason.TOO_MANY_REQUESTS, throttled.retryAfter());
    }
    return new Refused(
        validation == NotValidated.UNAVAILABLE ? Reason.UNAVAILABLE : Reason.INVALID_CREDENTIALS);
  }

  private static NewLogin login(BegunLogin begun) {
    Login known = begun.login();
    NewLogin login =
        NewLogin.of(known.callerName(), known.groups(), known.at())
            .provenBy(known.methods())
            .keeping(begun.kept());
    login = begun.wants(Wish.REMEMBERED) ? login.remembered() : login;
    return begun.wants(Wish.TOKENS) ? login.withTokens() : login;
  }

  private Outcome opened(BegunLogin begun, NewLogin login, HttpMessageContext context) {
    OpenOutcome outcome = handover.open(login, begun.names(), context);
    return outcome instanceof OpenedSession opened
        ? new Succeeded(opened)
        : new Refused(RefusalReasons.of((OpenRefusal) outcome));
  }
}
