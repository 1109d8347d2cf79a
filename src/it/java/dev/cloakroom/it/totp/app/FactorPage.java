package dev.cloakroom.it.totp.app;

import dev.cloakroom.SecondFactor;
import dev.cloakroom.Totp;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks the factors that there are, as a login does, for everybody. */
@WebServlet("/factors")
public class FactorPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject @Any transient Instance<SecondFactor> factors;
  @Inject transient Totp totp;
  @Inject transient HeardFactorEvents events;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.getWriter().print(done(request));
  }

  private String done(HttpServletRequest request) throws ServletException {
    String caller = request.getParameter("caller");
    return switch (request.getParameter("do")) {
      case "methods" -> sorted(factor -> true);
      case "enrolled" -> sorted(factor -> factor.isEnrolled(caller));
      case "prove" ->
          sorted(
              factor ->
                  factor.method().equals(request.getParameter("method"))
                      && factor.proves(caller, null, request.getParameter("answer")));
      case "events" -> events.of(caller);
      case "remove" -> String.valueOf(totp.remove(caller));
      case "enroll" -> enrolled(caller);
      default -> throw new ServletException("unknown");
    };
  }

  private String enrolled(String caller) {
    try {
      return totp.enroll(caller, "Shop").uri();
    } catch (IllegalStateException notOffered) {
      return String.valueOf(notOffered.getMessage());
    }
  }

  private String sorted(Predicate<SecondFactor> which) {
    return factors.stream()
        .filter(which)
        .map(SecondFactor::method)
        .sorted()
        .collect(Collectors.joining(","));
  }
}
