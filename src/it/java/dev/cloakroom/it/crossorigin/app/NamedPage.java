package dev.cloakroom.it.crossorigin.app;

import dev.cloakroom.it.answers.app.HabitPage;
import jakarta.servlet.annotation.WebServlet;

/**
 * The page that does what it is told, at paths that have a rule of their own, and at one that a
 * constraint closes for everybody.
 */
@WebServlet({"/partner/page", "/partner/open/page", "/partnership/page", "/closed/page"})
public class NamedPage extends HabitPage {
  private static final long serialVersionUID = 1L;
}
