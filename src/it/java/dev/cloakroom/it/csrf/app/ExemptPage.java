package dev.cloakroom.it.csrf.app;

import dev.cloakroom.CsrfExempt;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet that needs no token. */
@WebServlet("/exempt")
@CsrfExempt
public class ExemptPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Notes notes;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(notes.write("exempt"));
  }
}
