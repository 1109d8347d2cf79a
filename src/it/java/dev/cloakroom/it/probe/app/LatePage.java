package dev.cloakroom.it.probe.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Takes the writer first, then sets a cookie and has a bean begin the container's session, and then
 * writes more than any buffer holds.
 */
@WebServlet("/late")
public class LatePage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Visits visits;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintWriter writer = response.getWriter();
    response.addCookie(new Cookie("basket", "late"));
    writer.print("visit " + visits.count() + "\n");
    writer.print("x".repeat(100_000));
  }
}
