package dev.cloakroom.it.logins.app;

import dev.cloakroom.LoginSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does with one request what the request's parameters named {@code do} say, in that order, and
 * tells what came of each on a line of its own. A parameter of a step is behind a colon; who logs
 * in has the password {@code pw-} and their name, unless it ends in an exclamation mark.
 */
@ApplicationScoped
public class Steps {
  @Inject SecurityContext security;
  @Inject LoginSession login;
  @Inject HttpSession containerSession;
  @Inject LoginListener listener;
  @Inject GuardedListener guarded;

  String run(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    StringBuilder told = new StringBuilder();
    for (String step :
        Objects.requireNonNullElse(request.getParameterValues("do"), new String[0])) {
      String[] parts = step.split(":", 2);
      told.append(run(parts[0], parts.length == 1 ? "" : parts[1], request, response)).append('\n');
    }
    return told.toString();
  }

  private String run(
      String step, String parameter, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    return switch (step) {
      case "who" -> who(request);
      case "login" -> logIn(request, parameter);
      case "logout" -> {
        request.logout();
        yield "out";
      }
      case "authenticate" -> String.valueOf(request.authenticate(response));
      case "security" -> authenticate(request, response, parameter);
      case "commit" -> {
        response.flushBuffer();
        yield "committed";
      }
      default -> ofTheSession(step, parameter, request);
    };
  }

  private String ofTheSession(String step, String parameter, HttpServletRequest request)
      throws ServletException {
    return switch (step) {
      case "session" -> visited(request.getSession());
      case "invalidate" -> {
        request.getSession().invalidate();
        yield "invalid";
      }
      case "invalidate-injected" -> {
        containerSession.invalidate();
        yield "invalid";
      }
      case "rename" -> {
        request.changeSessionId();
        yield "renamed";
      }
      case "brief" -> {
        request.getSession().setMaxInactiveInterval(1);
        yield "brief";
      }
      default -> found(step, parameter);
    };
  }

  private String found(String step, String parameter) throws ServletException {
    return switch (step) {
      case "own" -> own(security.getPrincipalsByType(Employee.class));
      case "heard" -> listener.about(parameter);
      case "heard-guarded" -> guarded.about(parameter);
      case "call-guarded" -> {
        guarded.adminsOnly(parameter);
        yield "called";
      }
      default -> throw new ServletException("unknown step " + step);
    };
  }

  private static String visited(HttpSession session) {
    int visits = session.getAttribute("visits") instanceof Integer before ? before + 1 : 1;
    session.setAttribute("visits", visits);
    return String.valueOf(visits);
  }

  private static String password(String name) {
    return name.endsWith("!") ? "wrong" : "pw-" + name;
  }

  private static String logIn(HttpServletRequest request, String name) {
    try {
      request.login(name.replace("!", ""), password(name));
      return "in";
    } catch (ServletException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private String authenticate(
      HttpServletRequest request, HttpServletResponse response, String name) {
    AuthenticationParameters parameters = AuthenticationParameters.withParams();
    if (!name.isEmpty()) {
      parameters.credential(new UsernamePasswordCredential(name.replace("!", ""), password(name)));
    }
    try {
      AuthenticationStatus status = security.authenticate(request, response, parameters);
      return String.valueOf(status);
    } catch (IllegalStateException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static String own(Set<Employee> found) {
    return found.stream()
        .map(employee -> employee.getName() + " " + employee.badges().size())
        .collect(Collectors.joining(", "));
  }

  /** By each view the caller's name and whether they are a user and an administrator. */
  private String who(HttpServletRequest request) {
    Set<CallerPrincipal> callers = security.getPrincipalsByType(CallerPrincipal.class);
    return Stream.of(
            view(
                request.getUserPrincipal(),
                request.isUserInRole("user"),
                request.isUserInRole("admin")),
            view(
                callers.stream().findAny().orElse(null),
                security.isCallerInRole("user"),
                security.isCallerInRole("admin")),
            view(
                login.isAnonymous() ? null : login::callerName,
                login.groups().contains("user"),
                login.groups().contains("admin")))
        .distinct()
        .reduce((one, other) -> one + " but " + other)
        .orElseThrow();
  }

  private static String view(@Nullable Principal caller, boolean user, boolean admin) {
    return (caller == null ? "nobody" : caller.getName())
        + (user ? " user" : "")
        + (admin ? " admin" : "");
  }
}
