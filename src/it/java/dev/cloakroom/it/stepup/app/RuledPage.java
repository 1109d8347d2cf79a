package dev.cloakroom.it.stepup.app;

import dev.cloakroom.AuthenticationLevel;
import jakarta.servlet.http.HttpServlet;

/** What servlets extend. */
@AuthenticationLevel(2)
public abstract class RuledPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
}
