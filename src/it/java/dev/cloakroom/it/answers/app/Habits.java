package dev.cloakroom.it.answers.app;

import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/**
 * Does to one answer what the request's parameters named {@code do} say, in that order; in an
 * include, those named {@code included}. A parameter of a step is behind a colon.
 */
@ApplicationScoped
public class Habits {
  private static final long HOUR = 3_600_000;

  @Inject SecurityContext security;
  @Inject LoginSession login;
  @Inject LoginSessions sessions;
  @Inject Administration administration;
  @Inject CookieHabits cookies;

  String run(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    boolean included = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
    String[] steps = request.getParameterValues(included ? "included" : "do");
    StringBuilder told = new StringBuilder();
    for (String step : Objects.requireNonNullElse(steps, new String[0])) {
      String[] parts = step.split(":", 2);
      String parameter = parts.length == 1 ? "" : parts[1];
      told.append(run(parts[0], parameter, request, response)).append('\n');
    }
    return told.toString();
  }

  private String run(
      String step, String parameter, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (step) {
      case "fail" -> throw new ServletException("told to");
      case "crash" -> throw new IllegalArgumentException("told to");
      case "include" -> request.getRequestDispatcher(parameter).include(request, response);
      case "session" -> request.getSession();
      case "admin" -> {
        return administration.administer();
      }
      case "store" -> {
        return administration.store();
      }
      case "reset" -> response.reset();
      case "commit" -> response.flushBuffer();
      case "status" -> response.setStatus(Integer.parseInt(parameter));
      case "error" -> response.sendError(Integer.parseInt(parameter));
      default -> {
        return headers(step, parameter, request, response);
      }
    }
    return step;
  }

  private String headers(
      String step, String parameter, HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    String[] pair = parameter.split("=", 2);
    switch (step) {
      case "set" -> response.setHeader(pair[0], pair[1]);
      case "add" -> response.addHeader(pair[0], pair[1]);
      case "expires" -> response.setDateHeader("Expires", System.currentTimeMillis() + HOUR);
      case "described" -> describe(response);
      case "cookie" -> {
        return cookies.add(parameter, response);
      }
      default -> {
        return logins(step, parameter, request, response);
      }
    }
    return step;
  }

  /** As of a download that other origins may read. */
  private static void describe(HttpServletResponse response) {
    response.setContentType("text/csv");
    response.setHeader("Content-Encoding", "gzip");
    response.setHeader("Content-Disposition", "attachment; filename=all.csv");
    response.setHeader("Content-Range", "bytes 0-1/2");
    response.setHeader("ETag", "\"all\"");
    response.setDateHeader("Last-Modified", 0);
    response.setDateHeader("Expires", System.currentTimeMillis() + HOUR);
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example");
    response.setHeader("Vary", "Origin");
    response.setHeader("X-Frame-Options", "DENY");
    response.addHeader("Set-Cookie", "theme=dark");
    response.setContentLength(2);
  }

  private String logins(
      String step, String name, HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    try {
      switch (step) {
        case "login" -> request.login(name, "pw-" + name);
        case "security" -> {
          return authenticate(name, request, response);
        }
        case "rotate" -> login.rotate();
        case "logout" -> request.logout();
        case "regroup" -> sessions.changeGroups(name, Set.of("user", "editor"));
        case "who" -> {
          return login.isAnonymous() ? "nobody" : login.callerName();
        }
        default -> throw new IllegalArgumentException(step);
      }
      return step;
    } catch (ServletException | IllegalStateException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private String authenticate(
      String name, HttpServletRequest request, HttpServletResponse response) {
    AuthenticationParameters parameters =
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential(name, "pw-" + name));
    return security.authenticate(request, response, parameters).name();
  }
}
