package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.servlet.LoginFailures;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.token.OversizedTokenException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** An endpoint that has the container log somebody in by what the request brings. */
abstract class CredentialServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;

  private static final Outcome MISCONFIGURED =
      new LoginExchange.Refused(Reason.MISCONFIGURED_SERVER);

  @Inject transient SecurityContext container;
  @Inject transient LoginAnswers answers;
  @Inject transient Logout logout;
  @Inject transient SessionEnvironment sessions;

  private static final Set<String> NAMES =
      Set.of(LoginServlet.class.getName(), FactorServlet.class.getName());

  /** Whether a request is for such an endpoint, which refuses for itself, and has it heard. */
  static boolean isAskedBy(HttpServletRequest request) {
    return NAMES.contains(request.getHttpServletMapping().getServletName());
  }

  /** Words the answer to what came of a login. */
  @FunctionalInterface
  interface Words {
    Answer of(Outcome outcome);
  }

  /** Whose name it would have been is not read any more. */
  @Override
  void refused(Reason why, HttpServletRequest request) {
    LoginFailures.tell(sessions, new LoginExchange.Refused(why), "", request);
  }

  /**
   * Has the container log the holder of a credential in, and answers in these words; a login of
   * which no token can be made is taken back.
   */
  final Answer answer(
      AuthenticationParameters asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Words words) {
    AuthenticationStatus status = container.authenticate(request, response, asked);
    boolean accepted = status == AuthenticationStatus.SUCCESS;
    Outcome outcome = LoginExchange.outcome(request);
    try {
      return words.of(
          outcome == null || (outcome instanceof Succeeded && !accepted) ? MISCONFIGURED : outcome);
    } catch (OversizedTokenException unusable) {
      logout.takeBack(request, response);
      throw unusable;
    }
  }
}
