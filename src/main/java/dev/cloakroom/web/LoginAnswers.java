package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.http.MediaType;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.CsrfCheck;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.session.OpenedSession;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Words the answer to a login: JSON for programs, a redirect for a form that a page sent. Safe for
 * use by several threads.
 */
public final class LoginAnswers {
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
   * The answer.
   *
   * @param field where the form asked to be led, as received
   */
  Answer to(HttpServletRequest request, Outcome outcome, @Nullable String field) {
    String next = page.next(request, field);
    if (outcome instanceof Refused refused) {
      return refusal(request, refused, next);
    }
    return isFormOfAPage(request)
        ? Answer.seeOther(page.afterLogin(request, next))
        : success(((Succeeded) outcome).opened());
  }

  private Answer success(OpenedSession opened) {
    JsonObjectBuilder answer = SessionJson.whoAmI(opened.session());
    if (opened.refreshToken() != null) {
      handout.add(answer, opened.session(), opened.refreshToken());
    }
    return Answer.json(200, answer.build().toString());
  }

  private Answer refusal(HttpServletRequest request, Refused refused, @Nullable String next) {
    Answer plain = plain(request, refused.reason());
    Answer answer = refused.retryAfter() == null ? plain : plain.retryAfter(refused.retryAfter());
    return isFormOfAPage(request)
        ? page.withReason(request, refused, next).map(Answer::seeOther).orElse(answer)
        : answer;
  }

  private Answer plain(HttpServletRequest request, Reason reason) {
    return reason.status() == 403
        ? csrf.answer(reason, request)
        : new Refusal(reason, Refusal.Presented.NOTHING).answer();
  }

  private static boolean isFormOfAPage(HttpServletRequest request) {
    return BrowserRequest.acceptsHtml(request.getHeader("Accept"))
        && MediaType.parse(request.getContentType()).filter(MediaType::isForm).isPresent();
  }
}
