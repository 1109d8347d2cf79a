package dev.cloakroom.mechanism;

import dev.cloakroom.crossorigin.TrustedProxies;
import dev.cloakroom.factor.BegunLogin;
import dev.cloakroom.factor.BegunLogin.Wish;
import dev.cloakroom.factor.FactorQuestion;
import dev.cloakroom.factor.FactorTry;
import dev.cloakroom.factor.FactorVerdict;
import dev.cloakroom.factor.Factors;
import dev.cloakroom.factor.PendingLogin;
import dev.cloakroom.factor.PendingLogins.Waiting;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.servlet.FactorAnswer;
import dev.cloakroom.servlet.FactorCookie;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.RefusalReasons;
import dev.cloakroom.session.OpenRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a good credential and a login session, for callers who have a second factor:
 * has the login wait, and lets it go on by a right answer. Opens no session itself. Safe for use by
 * several threads.
 */
public final class FactorStep {
  private final Factors factors;
  private final FactorCookie cookie;
  private final DeviceCookie device;

  /** A step by these factors, whose clients are told by this cookie. */
  public FactorStep(Factors factors, FactorCookie cookie, DeviceCookie device) {
    this.factors = factors;
    this.cookie = cookie;
    this.device = device;
  }

  /**
   * Has a login wait, if its caller has a second factor.
   *
   * @return what the client is told; null if nothing stands in the way of the login
   * @throws dev.cloakroom.factor.FactorFailedException if nobody can tell
   * @throws dev.cloakroom.StoreUnavailableException if it cannot be kept
   */
  @Nullable Pending before(
      BegunLogin begun, HttpServletRequest request, HttpServletResponse response) {
    FactorQuestion question = factors.beans().askedOf(begun.callerName());
    if (question.isNone()) {
      return null;
    }
    String address = TrustedProxies.addressOf(request);
    String ticket = factors.pending().begin(begun, question, address);
    boolean isProgram = begun.wants(Wish.TOKENS);
    if (!isProgram || BrowserRequest.isFromBrowser(name -> request.getHeader(name) != null)) {
      cookie.give(request, response, ticket, factors.pending().duration());
    }
    return new Pending(
        question.methods(),
        question.challenges(),
        factors.pending().duration(),
        isProgram ? ticket : null);
  }

  /** Has a client forget a login that waits: another is about to take its place. */
  void forget(HttpServletRequest request, HttpServletResponse response) {
    cookie.clear(request, response);
  }

  /** What came of an answer. */
  sealed interface Answered {}

  /** It is right: this login goes on, proven by this method, too. */
  record GoesOn(BegunLogin begun, String method) implements Answered {}

  /**
   * The login does not go on.
   *
   * @param callerName whose login it is; empty if none waits
   */
  record Stopped(Refused why, String callerName) implements Answered {}

  private static final Answered EXPIRED = new Stopped(new Refused(Reason.FACTOR_EXPIRED), "");

  /**
   * What comes of an answer. Of several right ones to the same login one lets it go on. What would
   * keep it from a session all the same is asked for before, so that no answer is used up in vain:
   * the login goes on waiting then.
   *
   * @param foreseen why there would be no session of a login; null if nothing is known against it
   * @throws dev.cloakroom.factor.FactorFailedException if nobody can tell
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  Answered answered(
      FactorAnswer answer,
      HttpServletRequest request,
      HttpServletResponse response,
      Function<BegunLogin, @Nullable OpenRefusal> foreseen) {
    Waiting waiting = factors.pending().find(answer.ticket());
    if (waiting == null) {
      cookie.clear(request, response);
      return EXPIRED;
    }
    PendingLogin pending = waiting.login();
    LoginExchange.leadTo(request, led(request, pending.begun()));
    String name = pending.begun().callerName();
    OpenRefusal inVain = foreseen.apply(pending.begun());
    if (inVain != null) {
      return new Stopped(new Refused(RefusalReasons.of(inVain)), name);
    }
    FactorVerdict verdict = verdict(pending, answer, request);
    if (verdict != FactorVerdict.Judged.PROVEN) {
      return new Stopped(RefusalReasons.of(verdict), name);
    }
    boolean goesOn = waiting.end();
    cookie.clear(request, response);
    return goesOn ? new GoesOn(pending.begun(), answer.method()) : EXPIRED;
  }

  private FactorVerdict verdict(
      PendingLogin pending, FactorAnswer answer, HttpServletRequest request) {
    String name = pending.begun().callerName();
    return factors
        .check()
        .of(
            new FactorTry(
                name,
                pending.question(),
                answer.method(),
                answer.answer(),
                device.idFor(request, name)));
  }

  /** What this request says has the last word. */
  private static @Nullable String led(HttpServletRequest request, BegunLogin begun) {
    String asked = LoginExchange.next(request);
    return asked == null || asked.isEmpty() ? begun.next() : asked;
  }
}
