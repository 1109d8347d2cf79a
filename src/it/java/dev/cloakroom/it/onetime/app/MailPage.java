package dev.cloakroom.it.onetime.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The link that somebody was sent last, for everybody to read. */
@WebServlet("/mail")
public class MailPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient KnownMembers members;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(members.lastLink(request.getParameter("name")));
  }
}
