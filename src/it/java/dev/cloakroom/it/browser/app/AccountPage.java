package dev.cloakroom.it.browser.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The same as a page, behind a constraint of the {@code web.xml}; has a form to log out. */
@WebServlet("/declared/account")
public class AccountPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html");
    response
        .getWriter()
        .print(
            """
            <!doctype html>
            <title>Account</title>
            <p>balance of %s</p>
            <form action="../auth/logout" method="post"><button>Log out</button></form>
            """
                .formatted(request.getRemoteUser()));
  }
}
