package dev.cloakroom.crossorigin;

import dev.cloakroom.config.CsrfMode;
import dev.cloakroom.config.CsrfSettings;
import dev.cloakroom.http.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that a page of another origin made a browser send. Safe for use by several
 * threads.
 */
public final class CrossOriginGuard {
  private static final String SITE = "Sec-Fetch-Site";
  private static final String ORIGIN = "Origin";
  private static final String HOST = "Host";

  private final CsrfMode mode;
  private final Predicate<HttpServletRequest> encrypted;
  private final Cors cors;
  private final TrustedProxies proxies;
  private final ProxyAdvice advice = new ProxyAdvice();
  private final CrossOriginCheck check;

  /**
   * A guard as the settings want it.
   *
   * @param cors which other origins' pages may act for who is logged in
   * @param encrypted whether a client came by HTTPS, whatever ends it in front of the server
   * @param proxies say which host a client has asked
   */
  public CrossOriginGuard(
      CsrfSettings settings,
      Cors cors,
      Predicate<HttpServletRequest> encrypted,
      TrustedProxies proxies) {
    this.mode = settings.mode();
    this.cors = cors;
    this.encrypted = encrypted;
    this.proxies = proxies;
    this.check = new CrossOriginCheck(origins(settings.trustedOrigins()));
  }

  private static Set<Origin> origins(Set<String> texts) {
    return texts.stream()
        .map(Origin::parse)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the cookies of a request count for nothing, and what it asks for must not be done. */
  public boolean refuses(HttpServletRequest request) {
    return refusal(request) != null;
  }

  /**
   * Why the cookies of a request count for nothing; null if they count. One that a bearer token has
   * authenticated need not be asked about: no page of another origin can have added the token.
   */
  public @Nullable Reason refusal(HttpServletRequest request) {
    return CrossOriginCheck.isSafe(request.getMethod(), request.getHeader("Upgrade"))
        ? null
        : refusalWhateverItAsks(request);
  }

  /** The same of a request whose method changes nothing, where what it asks for costs something. */
  public @Nullable Reason refusalWhateverItAsks(HttpServletRequest request) {
    if (mode == CsrfMode.OFF) {
      return null;
    }
    if (isRepeated(request, SITE) || isRepeated(request, ORIGIN) || isRepeated(request, HOST)) {
      return Reason.REPEATED_HEADER;
    }
    CrossOriginCheck.View view = view(request);
    if (check.allows(view) || cors.trusts(request)) {
      return null;
    }
    advice.after(request, check, view);
    return cors.refusal(request);
  }

  /** Which of several a proxy or the browser meant cannot be known, even if they are equal. */
  static boolean isRepeated(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    if (values == null || !values.hasMoreElements()) {
      return false;
    }
    values.nextElement();
    return values.hasMoreElements();
  }

  private CrossOriginCheck.View view(HttpServletRequest request) {
    return new CrossOriginCheck.View(
        request.getHeader(SITE),
        request.getHeader(ORIGIN),
        encrypted.test(request) ? "https" : "http",
        proxies.host(request));
  }
}
