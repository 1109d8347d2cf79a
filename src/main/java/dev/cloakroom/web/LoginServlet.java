package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.ShownCsrfToken;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code POST /login}: takes a name and a password, as JSON or as a form, and has the container log
 * the caller in. {@code GET /login} leads to the application's login page where there is one.
 */
public class LoginServlet extends CredentialServlet {
  private static final long serialVersionUID = 1L;
  private static final Problem INCOMPLETE =
      new Problem(
          Reason.MALFORMED_REQUEST,
          "Send the caller's name in username, user, email or j_username, and the password in"
              + " password, pwd or j_password, each in one of them only.");

  @Inject transient TokenHandout handout;
  @Inject transient LoginPage page;

  /** Made by the container. */
  public LoginServlet() {}

  /** Without a login page GET is no method of this endpoint, in {@code Allow} neither. */
  @Override
  public void init() {
    on("POST", this::logIn);
    if (page.isConfigured()) {
      on("GET", (request, response) -> Answer.seeOther(page.of(request).orElseThrow()));
    }
  }

  @Override
  Answer forged(Reason why, HttpServletRequest request) {
    return answers.to(request, new LoginExchange.Refused(why), page.next(request, null));
  }

  private Answer logIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestBody body = RequestBody.of(request);
    if (body instanceof RequestBody.Unreadable unreadable) {
      return Answer.of(unreadable.problem());
    }
    Map<String, String> fields = ((RequestBody.Fields) body).values();
    ShownCsrfToken.tell(request, fields.get(ShownCsrfToken.FIELD));
    LoginRequest login = LoginRequest.of(fields).orElse(null);
    if (login == null) {
      return Answer.of(INCOMPLETE);
    }
    if (handout.isDue(request)) {
      LoginExchange.askForTokens(request);
    }
    String next = page.next(request, login.next());
    LoginExchange.leadTo(request, next);
    return answer(
        parameters(login), request, response, outcome -> answers.to(request, outcome, next));
  }

  private static AuthenticationParameters parameters(LoginRequest login) {
    return AuthenticationParameters.withParams()
        .credential(new UsernamePasswordCredential(login.callerName(), login.password()))
        .newAuthentication(true)
        .rememberMe(login.persistence() == LoginRequest.Persistence.REMEMBERED);
  }
}
