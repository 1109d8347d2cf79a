package dev.cloakroom.web;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.factor.FactorQuestion;
import dev.cloakroom.factor.FactorTry;
import dev.cloakroom.factor.FactorVerdict;
import dev.cloakroom.factor.Factors;
import dev.cloakroom.factor.PendingLogins.Asked;
import dev.cloakroom.factor.PendingLogins.Open;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.DeviceCookie;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginFailures;
import dev.cloakroom.servlet.RefusalReasons;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.RequestLogin.OfAnotherIssuer;
import dev.cloakroom.session.NewProof;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Raises the level of who is logged in by a second factor. A factor that asks something is answered
 * with the ticket of that question. Safe for use by several threads.
 */
public final class FactorElevation {
  private static final Refused FORBIDDEN = new Refused(Reason.FORBIDDEN);
  private static final Refused NO_QUESTION = new Refused(Reason.FACTOR_EXPIRED);

  private final Factors factors;
  private final DeviceCookie device;
  private final RequestElevation elevation;
  private final SessionEnvironment sessions;

  /** Raises levels by these factors. */
  public FactorElevation(
      Factors factors,
      DeviceCookie device,
      RequestElevation elevation,
      SessionEnvironment sessions) {
    this.factors = factors;
    this.device = device;
    this.elevation = elevation;
    this.sessions = sessions;
  }

  /** What came of an answer. */
  sealed interface Outcome {}

  /**
   * The level is raised.
   *
   * @param tokens the client's new ones; null if it has a cookie
   */
  record Raised(@Nullable BearerTokens tokens) implements Outcome {}

  /** It is not. */
  record Kept(Refused why) implements Outcome {}

  /**
   * What a caller can prove; nothing, if they are another issuer's, who alone says of them how they
   * were proven.
   *
   * @throws dev.cloakroom.factor.FactorFailedException if nobody can tell
   */
  Pending ask(RequestLogin login) {
    String name = login.session().callerName();
    FactorQuestion question =
        login instanceof OfAnotherIssuer ? FactorQuestion.NONE : factors.beans().askedOf(name);
    return new Pending(
        question.methods(),
        question.challenges(),
        factors.pending().duration(),
        question.challenges().isEmpty()
            ? null
            : factors.pending().ask(new Asked(name, login.session().id()), question));
  }

  /**
   * What comes of an answer.
   *
   * @throws dev.cloakroom.factor.FactorFailedException if nobody can tell
   * @throws dev.cloakroom.AccessDeniedException if the login is over, or its credential counts no
   *     longer
   * @throws dev.cloakroom.StoreUnavailableException if no token can be made now; nothing is used up
   */
  Outcome by(FactorRequest asked, RequestLogin login, HttpServletRequest request) {
    elevation.requireKey(login);
    String name = login.session().callerName();
    Refused why = login instanceof OfAnotherIssuer ? FORBIDDEN : tried(asked, login, request);
    if (why != null) {
      LoginFailures.tell(sessions, why, name, request);
      return new Kept(why);
    }
    NewProof proof = new NewProof(Factors.LEVEL, Set.of(asked.method()));
    return new Raised(elevation.now(request, proof).orElse(null));
  }

  /** Why an answer proves nothing; null if it proves its caller. */
  private @Nullable Refused tried(
      FactorRequest asked, RequestLogin login, HttpServletRequest request) {
    String name = login.session().callerName();
    String ticket = asked.ticket();
    Open open = ticket == null ? null : factors.pending().question(ticket, login.session().id());
    FactorQuestion question =
        open == null ? factors.beans().askedOf(name, asked.method()) : open.question();
    if (open == null && (ticket != null || !question.challenges().isEmpty())) {
      return NO_QUESTION;
    }
    FactorTry tried =
        new FactorTry(name, question, asked.method(), asked.answer(), device.idFor(request, name));
    FactorVerdict verdict = factors.check().of(tried);
    if (verdict != FactorVerdict.Judged.PROVEN) {
      return RefusalReasons.of(verdict);
    }
    return open == null || open.end() ? null : NO_QUESTION;
  }
}
