package dev.cloakroom.it.csrf.app;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Login pages of the application's own, one of which an identity provider leads back to. */
@WebServlet({"/sign-in", "/security-sign-in", "/callback"})
public class SignInPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext security;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = request.getParameter("name");
    String password = request.getParameter("password");
    response
        .getWriter()
        .print(
            switch (request.getServletPath()) {
              case "/sign-in" -> login(name, password, request);
              case "/callback" -> login(new CallerOnlyCredential(name), request, response);
              default -> login(new UsernamePasswordCredential(name, password), request, response);
            });
  }

  private static String login(String name, String password, HttpServletRequest request) {
    try {
      request.login(name, password);
      return "in";
    } catch (ServletException refused) {
      return "out: " + refused.getMessage();
    }
  }

  private String login(
      Credential credential, HttpServletRequest request, HttpServletResponse response) {
    return security
        .authenticate(
            request, response, AuthenticationParameters.withParams().credential(credential))
        .name();
  }
}
