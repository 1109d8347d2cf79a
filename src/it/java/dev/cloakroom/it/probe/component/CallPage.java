package dev.cloakroom.it.probe.component;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Open to everybody; calls what its path names. At the second path it has written half of a page by
 * then, as a template does.
 */
@WebServlet(
    value = {"/call/*", "/call-from-page/*"},
    asyncSupported = true)
public class CallPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Calls calls;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/call-from-page")) {
      response.setContentType("text/html;charset=UTF-8");
      PrintWriter writer = response.getWriter();
      writer.print("<p>half of a page");
    }
    String said = calls.to(name(request));
    response.getWriter().print(said);
  }

  /** An included page sees the path of the one that includes it; its own is an attribute. */
  private static String name(HttpServletRequest request) {
    Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
    return (included instanceof String path ? path : request.getPathInfo()).substring(1);
  }
}
