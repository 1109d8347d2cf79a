package dev.cloakroom.servlet;

import dev.cloakroom.http.CookieHeader;
import dev.cloakroom.http.CookieLookup;
import dev.cloakroom.http.SetCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cookie by which a browser is known whoever is logged in there: beside the session cookie, with
 * the same attributes, until the browser is closed, and of this host alone, so that a subdomain
 * cannot set one that it knows. It opens nothing. Safe for use by several threads.
 */
public final class HostCookie {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final CookiePolicy policy;
  private final String suffix;
  private final Supplier<String> ids;

  /**
   * A cookie of this policy.
   *
   * @param suffix what its name has behind the session cookie's; a name of {@link OwnNames}
   * @param ids makes new values: 22 digits of base64url, random
   */
  HostCookie(CookiePolicy policy, String suffix, Supplier<String> ids) {
    this.policy = policy;
    this.suffix = suffix;
    this.ids = ids;
  }

  /** What a request's cookie says; null if it says nothing, or two things. */
  @Nullable String shown(HttpServletRequest request) {
    CookieLookup lookup = CookieHeader.find(request.getHeaders("Cookie"), name(request));
    return lookup instanceof CookieLookup.Found found && ID.matcher(found.value()).matches()
        ? found.value()
        : null;
  }

  /**
   * What a request's cookie says; what a new one says, if it said nothing.
   *
   * @throws IllegalStateException if that cannot reach the client
   */
  String known(HttpServletRequest request, HttpServletResponse response) {
    String shown = shown(request);
    String given = shown == null ? (String) request.getAttribute(attribute()) : shown;
    return given == null ? given(request, response) : given;
  }

  private String given(HttpServletRequest request, HttpServletResponse response) {
    String obstacle = OwedCookies.obstacle(request, response);
    if (obstacle != null) {
      throw new IllegalStateException(obstacle + " Ask for it before anything is written.");
    }
    String id = ids.get();
    request.setAttribute(attribute(), id);
    OwedCookies.add(request, response, policy.ofHost(SetCookie.of(name(request), id), request));
    return id;
  }

  private String attribute() {
    return HostCookie.class.getName() + suffix;
  }

  private String name(HttpServletRequest request) {
    return policy.hostCookieName(request) + suffix;
  }
}
