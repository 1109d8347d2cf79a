package dev.cloakroom.it.starts.hiding;

import jakarta.servlet.annotation.WebServlet;

/** All that nothing else answers. */
@WebServlet("/*")
public class AnyPage extends TextPage {
  private static final long serialVersionUID = 1L;
}
