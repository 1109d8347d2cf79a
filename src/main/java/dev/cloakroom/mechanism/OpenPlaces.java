package dev.cloakroom.mechanism;

import dev.cloakroom.config.Endpoint;
import dev.cloakroom.config.Settings;
import dev.cloakroom.servlet.Passage;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What everybody must be able to ask for in order to log in, although a constraint of the
 * application, such as one on {@code /*}, guards it: the endpoints, which know themselves whom to
 * answer what, the login page, and what the settings say that the page needs. Safe for use by
 * several threads.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     13.6.3</a>
 */
public final class OpenPlaces {
  /** Paths that mean the same however often they are decoded. Possessive: a path can be long. */
  private static final Pattern PLAIN =
      Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()*+,=:@-]*+)++");

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String BELOW = "/*";

  private final Set<String> endpoints;
  private final Set<String> pages;
  private final Set<String> resources;

  /** Those that the settings name. */
  public OpenPlaces(Settings settings) {
    this.endpoints =
        Arrays.stream(Endpoint.values())
            .map(settings::pathsOf)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    this.pages = settings.login().page().openPaths();
    this.resources = settings.login().page().resources();
  }

  /**
   * Has a request to one of them answered, if the container would refuse it for want of a caller.
   */
  static AuthenticationStatus answer(HttpMessageContext context) {
    if (!isGuarded(context)) {
      return context.doNothing();
    }
    Passage.lead(path(context.getRequest()), context.getRequest(), context.getResponse());
    return AuthenticationStatus.SEND_CONTINUE;
  }

  /** Whether the container asks because of a constraint, and nobody else does. */
  static boolean isGuarded(HttpMessageContext context) {
    return context.isProtected() && !context.isAuthenticationRequest();
  }

  /** Whether a request goes to one of them. */
  boolean include(HttpServletRequest request) {
    String path = path(request);
    boolean isOpen =
        endpoints.contains(request.getServletPath())
            || pages.contains(path)
            || (READING.contains(request.getMethod()) && isResource(path));
    return isOpen && isPlain(path);
  }

  /** Whether a request goes to an endpoint. */
  boolean hasEndpointFor(HttpServletRequest request) {
    return endpoints.contains(request.getServletPath()) && isPlain(path(request));
  }

  private boolean isResource(String path) {
    return resources.stream().anyMatch(resource -> matches(resource, path));
  }

  private static boolean matches(String resource, String path) {
    return resource.endsWith(BELOW)
        ? path.startsWith(resource.substring(0, resource.length() - 1))
        : path.equals(resource);
  }

  /** Also not one that no client may ask for, and a forward would get. */
  private static boolean isPlain(String path) {
    String folded = path.toUpperCase(Locale.ROOT);
    return PLAIN.matcher(path).matches()
        && !folded.startsWith("/WEB-INF")
        && !folded.startsWith("/META-INF");
  }

  /** The container has decoded and normalised it. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }
}
