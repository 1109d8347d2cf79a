package dev.cloakroom.it.pages.app;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A login page that logs in by itself, as those of a custom form do. */
@WebServlet("/sign-in")
public class SignInPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print("sign in");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UsernamePasswordCredential credential =
        new UsernamePasswordCredential(
            request.getParameter("name"), request.getParameter("password"));
    AuthenticationStatus status =
        security.authenticate(
            request, response, AuthenticationParameters.withParams().credential(credential));
    if (status == AuthenticationStatus.SUCCESS) {
      response.sendRedirect(request.getContextPath() + "/orders/after");
    } else {
      response.getWriter().print("sign in again");
    }
  }
}
