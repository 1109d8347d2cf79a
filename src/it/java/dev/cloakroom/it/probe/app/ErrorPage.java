package dev.cloakroom.it.probe.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page that errors lead to; it sets the cookie {@code basket} itself. */
@WebServlet("/error-page")
public class ErrorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getSession();
    response.addCookie(new Cookie("basket", "from-error-page"));
    response.getWriter().print("the error page");
  }
}
