package dev.cloakroom.mechanism;

import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.Settings;
import dev.cloakroom.servlet.FactorCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The endpoints that take a credential of their own: login, refresh, and those that are about a
 * token that they are sent; and that of second factors for a login that waits, where what else the
 * request carries must not log anybody in. On a server that answers {@code authenticate} with the
 * caller it already has, a wrong password over a live session would otherwise count as a login.
 */
public final class CredentialPaths {
  private final Set<String> paths;
  private final Set<String> pathsOfFactors;
  private final FactorCookie pending;

  /**
   * The paths that the settings describe; what is switched off leaves its to the application.
   *
   * @param pending tells a login that waits for its second factor
   */
  public CredentialPaths(Settings settings, FactorCookie pending) {
    this.pending = pending;
    this.pathsOfFactors = settings.pathsOf(Endpoint.FACTOR);
    this.paths =
        Stream.of(Endpoint.LOGIN, Endpoint.REFRESH, Endpoint.INTROSPECT, Endpoint.REVOKE)
            .map(settings::pathsOf)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a request goes to one of them. The container has decoded and normalised its path. */
  public boolean includes(HttpServletRequest request) {
    String path = request.getServletPath();
    return paths.contains(path)
        || (pathsOfFactors.contains(path) && pending.shown(request) != null);
  }
}
