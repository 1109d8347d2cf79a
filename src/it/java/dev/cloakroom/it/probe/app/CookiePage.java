package dev.cloakroom.it.probe.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Begins a container session and sets two cookies, {@code basket} and {@code theme}, and sends them
 * on the way that the path names.
 */
@WebServlet("/cookies/*")
public class CookiePage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SET_COOKIE = "Set-Cookie";
  private static final String LARGE = "x".repeat(100_000);

  @Inject transient Visits visits;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getPathInfo()) {
      case "/add-header" -> response.addHeader(SET_COOKIE, "basket=full; Path=/");
      case "/set-header" -> response.setHeader(SET_COOKIE, "basket=full; Path=/");
      case "/twice" -> setTwice(response);
      case "/lower-case" -> response.addHeader("set-cookie", "basket=full; samesite=None");
      case "/empty" -> {}
      default -> response.addCookie(basket());
    }
    request.getSession();
    response.addCookie(new Cookie("theme", "dark"));
    leave(request.getPathInfo(), request, response);
  }

  private static void setTwice(HttpServletResponse response) {
    response.addCookie(new Cookie("basket", "empty"));
    response.addHeader(SET_COOKIE, "basket=half; Path=/");
    response.addCookie(basket());
  }

  private static Cookie basket() {
    Cookie basket = new Cookie("basket", "full");
    basket.setPath("/");
    return basket;
  }

  private void leave(String way, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (way) {
      case "/redirect" -> response.sendRedirect(request.getContextPath() + "/elsewhere");
      case "/error" -> response.sendError(418);
      case "/error-without-page" -> response.sendError(410, "gone");
      case "/exception" -> throw new PagedException();
      case "/large" -> response.getWriter().print(LARGE);
      case "/large-binary" -> response.getOutputStream().write(LARGE.getBytes(UTF_8));
      case "/flush" -> response.flushBuffer();
      case "/include" -> request.getRequestDispatcher("/late").include(request, response);
      case "/forward" -> request.getRequestDispatcher("/late").forward(request, response);
      case "/reset-buffer" -> response.resetBuffer();
      default -> response.getWriter().print("done");
    }
  }
}
