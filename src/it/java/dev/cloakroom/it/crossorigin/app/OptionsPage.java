package dev.cloakroom.it.crossorigin.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers OPTIONS by itself, and begins a session when it is asked for anything. */
@WebServlet({"/options", "/declared/options"})
public class OptionsPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    response.setStatus(299);
  }
}
