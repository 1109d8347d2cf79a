package dev.cloakroom.it.factor.app;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Logs callers in by the ways of Jakarta EE, and says what came of it. */
@WebServlet("/own")
public class OwnLoginPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext security;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = Objects.requireNonNull(request.getParameter("name"));
    String came =
        request.getParameter("by").equals("login")
            ? login(name, request)
            : authenticated(name, request, response);
    response.getWriter().print(came + "|" + request.getRemoteUser());
  }

  private static String login(String name, HttpServletRequest request) {
    try {
      request.login(name, "pw-" + name);
      return "in";
    } catch (ServletException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private String authenticated(
      String name, HttpServletRequest request, HttpServletResponse response) {
    return security
        .authenticate(
            request,
            response,
            AuthenticationParameters.withParams()
                .credential(new UsernamePasswordCredential(name, "pw-" + name))
                .newAuthentication(true))
        .name();
  }
}
