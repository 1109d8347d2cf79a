package dev.cloakroom.web;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.LocalTarget;
import dev.cloakroom.http.MediaType;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.web.FactorElevation.Kept;
import dev.cloakroom.web.FactorElevation.Raised;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words the answer to a login: JSON for programs, a redirect for a form that a page sent. Safe for
 * use by several threads.
 */
public final class LoginAnswers {
  private static final Set<Reason> ONCE_MORE =
      Set.of(
          Reason.FACTOR_REFUSED,
          Reason.TOO_MANY_REQUESTS,
          Reason.TOO_MANY_SESSIONS,
          Reason.CSRF_TOKEN_MISSING,
          Reason.CSRF_TOKEN_INVALID,
          Reason.UNAVAILABLE);

  private final LoginPage page;
  private final TokenHandout handout;
  private final CsrfCheck csrf;

  /** Answers with these tokens and leads to this page; refuses in the words of this check. */
  public LoginAnswers(LoginPage page, TokenHandout handout, CsrfCheck csrf) {
    this.page = page;
    this.handout = handout;
    this.csrf = csrf;
  }

  /**
   * The answer to a login.
   *
   * @param next where it was to lead, as received
   */
  Answer to(HttpServletRequest request, Outcome outcome, @Nullable String next) {
    if (outcome instanceof Refused refused) {
      return refusal(request, refused, next, page::withReason);
    }
    return outcome instanceof Pending pending
        ? pending(request, pending, next)
        : success(request, ((Succeeded) outcome).opened(), next);
  }

  /** The answer to a second factor: who can try once more is led back to where they prove it. */
  Answer toFactor(HttpServletRequest request, Outcome outcome, @Nullable String next) {
    return outcome instanceof Refused refused && ONCE_MORE.contains(refused.reason())
        ? refusal(request, refused, next, page::ofFactor)
        : to(request, outcome, next);
  }

  /** The answer to a second factor of who is logged in. */
  Answer toStepUp(
      HttpServletRequest request, FactorElevation.Outcome outcome, @Nullable String next) {
    if (outcome instanceof Kept kept) {
      return refusal(request, kept.why(), next, page::ofStepUp);
    }
    return isFormOfAPage(request)
        ? Answer.seeOther(page.afterLogin(request, next))
        : raised(request, ((Raised) outcome).tokens());
  }

  private static Answer raised(HttpServletRequest request, @Nullable BearerTokens tokens) {
    LoginSession session = Objects.requireNonNull(RequestLogin.of(request)).session();
    JsonObjectBuilder answer = SessionJson.whoAmI(session);
    if (tokens != null) {
      TokenHandout.add(answer, tokens);
    }
    return Answer.json(200, answer.build().toString());
  }

  private Answer success(HttpServletRequest request, OpenedSession opened, @Nullable String next) {
    return isFormOfAPage(request)
        ? Answer.seeOther(page.afterLogin(request, next))
        : success(opened);
  }

  private Answer pending(HttpServletRequest request, Pending pending, @Nullable String next) {
    Answer answer = FactorJson.required(pending);
    return isFormOfAPage(request)
        ? page.ofFactor(request, new Refused(Reason.FACTOR_REQUIRED), next)
            .map(Answer::seeOther)
            .orElse(answer)
        : answer;
  }

  private Answer success(OpenedSession opened) {
    JsonObjectBuilder answer = SessionJson.whoAmI(opened.session());
    if (opened.refreshToken() != null) {
      handout.add(answer, opened.session(), opened.refreshToken());
    }
    return Answer.json(200, answer.build().toString());
  }

  /** Where a page leads by whose form something was refused. */
  @FunctionalInterface
  private interface Back {
    Optional<LocalTarget> with(HttpServletRequest request, Refused refused, @Nullable String next);
  }

  private Answer refusal(
      HttpServletRequest request, Refused refused, @Nullable String next, Back back) {
    Answer plain = plain(request, refused.reason());
    Answer answer = refused.retryAfter() == null ? plain : plain.retryAfter(refused.retryAfter());
    return isFormOfAPage(request)
        ? back.with(request, refused, next).map(Answer::seeOther).orElse(answer)
        : answer;
  }

  private Answer plain(HttpServletRequest request, Reason reason) {
    return reason.status() == 403
        ? csrf.answer(reason, request)
        : new Refusal(reason, Refusal.Presented.NOTHING).answer();
  }

  static boolean isFormOfAPage(HttpServletRequest request) {
    return BrowserRequest.acceptsHtml(request.getHeader("Accept"))
        && MediaType.parse(request.getContentType()).filter(MediaType::isForm).isPresent();
  }
}
