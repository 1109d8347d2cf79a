package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BearerToken;
import dev.cloakroom.http.BrowserRequest;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.ContainerSession;
import dev.cloakroom.servlet.LoginPage;
import dev.cloakroom.servlet.Logout;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.token.RawToken;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/**
 * {@code POST /logout}: ends the login session behind the cookie or the bearer token, and the
 * container's session with it. To have nobody logged in is no error.
 */
public class LogoutServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Logout logout;
  @Inject transient AccessTokens accessTokens;
  @Inject transient SessionEnder ender;
  @Inject transient LoginPage page;

  /** Made by the container. */
  public LogoutServlet() {
    on("POST", this::logOut);
  }

  private Answer logOut(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    endSessionOfExpiredToken(request);
    logout.run(request, response);
    request.logout();
    HttpSession containerSession = request.getSession(false);
    if (containerSession != null) {
      ContainerSession.end(containerSession);
    }
    return answer(request).with("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  /** An access token that ran out logs nobody in, but its holder can still log out with it. */
  private void endSessionOfExpiredToken(HttpServletRequest request) {
    if (RequestLogin.of(request) == null
        && BearerToken.of(request.getHeaders("Authorization")) instanceof BearerToken.Token shown) {
      accessTokens.sessionIdAtAnyTime(new RawToken(shown.text())).ifPresent(ender::logOut);
    }
  }

  private Answer answer(HttpServletRequest request) {
    return BrowserRequest.acceptsHtml(request.getHeader("Accept"))
        ? Answer.seeOther(page.of(request).orElseGet(() -> page.afterLogin(request, null)))
        : Answer.json(200, "{}");
  }
}
