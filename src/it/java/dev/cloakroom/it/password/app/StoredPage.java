package dev.cloakroom.it.password.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is stored of a caller, for everybody to see, and to have it as it was at the start. */
@WebServlet("/stored")
public class StoredPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Accounts accounts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(accounts.stored(request.getParameter("name")));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    accounts.fill();
  }
}
