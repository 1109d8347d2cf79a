package dev.cloakroom.web;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Outcome;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.RequestLogin;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpServletRequest.login}: asks the identity stores and opens a login session, as the
 * login endpoint does. Servers with an authentication mechanism know no other way to do it.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     13.3</a>
 */
final class ProgrammaticLogin {
  private ProgrammaticLogin() {}

  /**
   * Logs in the caller of that name.
   *
   * @throws ServletException if the password is not theirs, if somebody is logged in already, or if
   *     no session cookie can reach the client; then nothing has changed
   */
  static void run(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable String name,
      @Nullable String password)
      throws ServletException {
    require(name != null && password != null, "A login takes a name and a password.");
    require(
        RequestLogin.of(request) == null && request.getUserPrincipal() == null,
        "Somebody is logged in already. Call logout() first.");
    String obstacle = LoginObstacle.of(request, response);
    require(obstacle == null, Objects.toString(obstacle));
    AuthenticationParameters parameters =
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential(name, password))
            .newAuthentication(true);
    SecurityContext container = CDI.current().select(SecurityContext.class).get();
    if (container.authenticate(request, response, parameters) != AuthenticationStatus.SUCCESS) {
      throw refusal(request);
    }
  }

  private static void require(boolean condition, String otherwise) throws ServletException {
    if (!condition) {
      throw new ServletException(otherwise);
    }
  }

  private static ServletException refusal(HttpServletRequest request) {
    Outcome outcome = LoginExchange.outcome(request);
    if (outcome instanceof Pending pending) {
      return new ServletException(
          "The login is refused: factor-required. The caller is not logged in before one of "
              + pending.methods()
              + " is proven at the endpoint of second factors.");
    }
    Reason reason =
        outcome instanceof Refused refused ? refused.reason() : Reason.MISCONFIGURED_SERVER;
    String message = "The login is refused: " + reason.code() + ".";
    return reason == Reason.UNAVAILABLE
        ? new ServletException(message, new StoreUnavailableException(message))
        : new ServletException(message);
  }
}
