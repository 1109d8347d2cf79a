package dev.cloakroom.it.starts.hiding;

import jakarta.servlet.annotation.WebServlet;

/** All below a path. */
@WebServlet("/sessions/*")
public class SessionsPage extends TextPage {
  private static final long serialVersionUID = 1L;
}
