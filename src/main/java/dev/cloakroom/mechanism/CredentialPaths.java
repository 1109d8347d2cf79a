package dev.cloakroom.mechanism;

import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.EndpointSettings;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The endpoints that take a credential of their own, login and refresh, where what else the request
 * carries must not log anybody in. On a server that answers {@code authenticate} with the caller it
 * already has, a wrong password over a live session would otherwise count as a login.
 */
public final class CredentialPaths {
  private final String login;
  private final String refresh;

  /** The paths that the settings describe. */
  public CredentialPaths(EndpointSettings settings) {
    this.login = settings.pathOf(Endpoint.LOGIN);
    this.refresh = settings.pathOf(Endpoint.REFRESH);
  }

  /** Whether a request goes to one of them. The container has decoded and normalised its path. */
  public boolean includes(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals(login) || path.equals(refresh);
  }
}
