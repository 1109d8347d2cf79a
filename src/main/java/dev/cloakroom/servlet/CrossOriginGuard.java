package dev.cloakroom.servlet;

import dev.cloakroom.config.CsrfMode;
import dev.cloakroom.config.CsrfSettings;
import dev.cloakroom.http.CrossOriginCheck;
import dev.cloakroom.http.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells requests that a page of another origin made a browser send. Safe for use by several
 * threads.
 */
public final class CrossOriginGuard {
  private final CsrfMode mode;
  private final CrossOriginCheck check;

  /** A guard as the settings want it. */
  public CrossOriginGuard(CsrfSettings settings) {
    this.mode = settings.mode();
    this.check = new CrossOriginCheck(origins(settings.trustedOrigins()));
  }

  private static Set<Origin> origins(Set<String> texts) {
    return texts.stream()
        .map(Origin::parse)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a request must not go on. One that a bearer token has authenticated always may: no page
   * of another origin can have added the token.
   */
  public boolean refuses(HttpServletRequest request) {
    return !CrossOriginCheck.isSafe(request.getMethod(), request.getHeader("Upgrade"))
        && mode != CsrfMode.OFF
        && !(RequestLogin.of(request) instanceof RequestLogin.ByToken)
        && !check.allows(view(request));
  }

  private static CrossOriginCheck.View view(HttpServletRequest request) {
    return new CrossOriginCheck.View(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Host"));
  }
}
