package dev.cloakroom.it.browser.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads the journal out, for the tests: the lines of one mark. */
@WebServlet("/journal")
public class JournalPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Journal journal;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(String.join("\n", journal.of(request.getParameter("of"))));
  }
}
