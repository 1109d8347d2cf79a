package dev.cloakroom.web;

import static java.lang.System.Logger.Level.ERROR;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.factor.FactorFailedException;
import dev.cloakroom.factor.PendingLogin;
import dev.cloakroom.factor.PendingLogins;
import dev.cloakroom.factor.PendingLogins.Waiting;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.FactorAnswer;
import dev.cloakroom.servlet.FactorCookie;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.servlet.RequestRefusal;
import dev.cloakroom.servlet.ShownCsrfToken;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /login/factor}: ends a login that waits for a second factor, or has a caller who is
 * logged in prove one more. {@code GET /login/factor} says which factors these are, and what they
 * ask.
 */
public class FactorServlet extends CredentialServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");
  private static final Problem INCOMPLETE =
      new Problem(
          Reason.MALFORMED_REQUEST,
          "Send the factor's name in method, and in answer or in code, in one of them only, 1 to"
              + " 4096 characters.");

  @Inject transient PendingLogins pending;
  @Inject transient FactorCookie cookie;
  @Inject transient FactorElevation elevation;
  @Inject transient LoginPage page;

  /** Made by the container. */
  public FactorServlet() {
    on("POST", this::prove);
    on("GET", this::ask);
  }

  /** Whoever lacks a token can try once more, where they were. */
  @Override
  Answer forged(Reason why, HttpServletRequest request) {
    LoginExchange.Refused refused = new LoginExchange.Refused(why);
    String next = page.next(request, null);
    return cookie.shown(request) == null
        ? answers.toStepUp(request, new FactorElevation.Kept(refused), next)
        : answers.toFactor(request, refused, next);
  }

  private Answer prove(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestBody body = RequestBody.of(request);
    if (body instanceof RequestBody.Unreadable unreadable) {
      return Answer.of(unreadable.problem());
    }
    Map<String, String> fields = ((RequestBody.Fields) body).values();
    ShownCsrfToken.tell(request, fields.get(ShownCsrfToken.FIELD));
    FactorRequest asked = FactorRequest.of(fields).orElse(null);
    return asked == null ? Answer.of(INCOMPLETE) : proven(asked, request, response);
  }

  private Answer proven(
      FactorRequest asked, HttpServletRequest request, HttpServletResponse response) {
    RequestLogin login = RequestLogin.of(request);
    String ticket = asked.ticket() == null ? cookie.shown(request) : asked.ticket();
    if (login == null || (ticket != null && pending.find(ticket) != null)) {
      return loggedIn(asked, ticket, request, response);
    }
    String next = page.next(request, asked.next());
    try {
      return answers.toStepUp(request, elevation.by(asked, login, request), next);
    } catch (AccessDeniedException over) {
      return RequestRefusal.ofNobody(request).answer();
    } catch (FactorFailedException failure) {
      return failed(failure);
    }
  }

  private Answer loggedIn(
      FactorRequest asked,
      @Nullable String ticket,
      HttpServletRequest request,
      HttpServletResponse response) {
    LoginExchange.leadTo(request, page.next(request, asked.next()));
    FactorAnswer answer =
        new FactorAnswer(Objects.requireNonNullElse(ticket, ""), asked.method(), asked.answer());
    AuthenticationParameters parameters =
        AuthenticationParameters.withParams().credential(answer).newAuthentication(true);
    return answer(
        parameters,
        request,
        response,
        outcome -> answers.toFactor(request, outcome, LoginExchange.next(request)));
  }

  private Answer ask(HttpServletRequest request, HttpServletResponse response) {
    RequestLogin login = RequestLogin.of(request);
    if (login != null) {
      Reason foreign = crossOrigin.refusalWhateverItAsks(request);
      if (foreign != null && !(login instanceof RequestLogin.ByBearer)) {
        return Answer.of(foreign);
      }
      try {
        return Answer.json(200, FactorJson.question(elevation.ask(login)).build().toString());
      } catch (FactorFailedException failure) {
        return failed(failure);
      }
    }
    String ticket = cookie.shown(request);
    return ticket == null
        ? RequestRefusal.ofNobody(request).answer()
        : asked(ticket, request, response);
  }

  private Answer asked(String ticket, HttpServletRequest request, HttpServletResponse response) {
    Waiting waiting = pending.find(ticket);
    if (waiting == null) {
      cookie.clear(request, response);
      return new Refusal(Reason.FACTOR_EXPIRED, Refusal.Presented.NOTHING).answer();
    }
    PendingLogin login = waiting.login();
    Pending asked =
        new Pending(
            login.question().methods(), login.question().challenges(), login.remaining(), null);
    return Answer.json(200, FactorJson.question(asked).build().toString());
  }

  private static Answer failed(FactorFailedException failure) {
    LOG.log(ERROR, "A second factor failed; the request is answered with 503.", failure);
    return Answer.of(Reason.UNAVAILABLE);
  }
}
