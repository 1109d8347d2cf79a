package dev.cloakroom.it.cost.crowd;

import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionOpener;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;

/** Logs {@code more} callers in, each of a name that none had before, and shows their tickets. */
@WebServlet("/crowd")
public class Crowd extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SessionOpener opener;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int first = Integer.parseInt(request.getParameter("first"));
    int more = Integer.parseInt(request.getParameter("more"));
    for (int caller = first; caller < first + more; caller++) {
      OpenedSession opened = (OpenedSession) opener.open(login("user-" + caller));
      response.getWriter().println(opened.ticket().text());
    }
  }

  private static NewLogin login(String name) {
    return NewLogin.of(name, Set.of("user"), Clock.systemUTC().instant())
        .provenBy(Set.of("pwd"))
        .from("192.0.2.7", "benchmark");
  }
}
