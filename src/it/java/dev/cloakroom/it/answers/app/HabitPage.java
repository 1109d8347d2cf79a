package dev.cloakroom.it.answers.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that does what it is told, also behind a constraint and in an include. */
@WebServlet({"/page", "/declared/page", "/included"})
public class HabitPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Habits habits;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.getWriter().print(habits.run(request, response));
  }
}
