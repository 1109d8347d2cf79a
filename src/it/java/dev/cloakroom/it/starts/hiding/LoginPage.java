package dev.cloakroom.it.starts.hiding;

import jakarta.servlet.annotation.WebServlet;

/** A login page. */
@WebServlet("/login")
public class LoginPage extends TextPage {
  private static final long serialVersionUID = 1L;
}
