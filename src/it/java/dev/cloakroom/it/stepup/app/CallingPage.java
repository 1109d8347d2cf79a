package dev.cloakroom.it.stepup.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that calls a bean or an Enterprise Bean. */
@WebServlet("/calling/*")
public class CallingPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient VaultBean bean;
  @Inject transient VaultAccounts accounts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String called = request.getPathInfo();
    response.getWriter().write("/bean".equals(called) ? bean.open() : accounts.open());
  }
}
