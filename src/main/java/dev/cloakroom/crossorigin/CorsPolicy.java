package dev.cloakroom.crossorigin;

import dev.cloakroom.config.CorsRule;
import dev.cloakroom.crossorigin.CorsHeaders.Varying;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Answer.Header;
import dev.cloakroom.http.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What pages of which origins may do, as the answers that say so, made once. An origin is compared
 * character by character with what a browser would send for one that is allowed: what no browser
 * sends, such as capitals in a host or a default port, is no allowed origin, and neither is {@code
 * null}. Safe for use by several threads.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
final class CorsPolicy {

  /** Those that the application may have; what it does with them is its own to say. */
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  static final String ORIGIN = CorsHeaders.ORIGIN;
  static final String REQUESTED_METHOD = "Access-Control-Request-Method";

  private static final String BELOW = "/*";
  private static final String ASKED =
      "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  private static final CorsHeaders REFUSED = new CorsHeaders(List.of(), Varying.BY_ORIGIN);

  /** What an origin is told: with each answer, and in answer to a preflight. */
  private record Grant(String origin, CorsHeaders headers, Answer preflight) {}

  private final CorsRule rule;
  private final CorsAdvice advice;
  private final Map<String, Grant> grants = new HashMap<>();
  private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  CorsPolicy(CorsRule rule, CorsAdvice advice) {
    this.rule = rule;
    this.advice = advice;
    headers.addAll(rule.allowedHeaders());
    for (String allowed : rule.allowedOrigins()) {
      String origin = Origin.parse(allowed).map(Origin::serialized).orElse(allowed);
      grants.put(origin, grant(origin));
    }
  }

  private Grant grant(String origin) {
    List<Header> start = new ArrayList<>();
    start.add(new Header("Access-Control-Allow-Origin", origin));
    if (rule.allowsCredentials()) {
      start.add(new Header("Access-Control-Allow-Credentials", "true"));
    }
    Answer preflight =
        new Answer(204, start, "")
            .with("Access-Control-Allow-Methods", String.join(", ", METHODS))
            .with("Access-Control-Max-Age", Long.toString(rule.maxAge().toSeconds()))
            .with("Vary", ASKED);
    if (!headers.isEmpty()) {
      preflight = preflight.with("Access-Control-Allow-Headers", String.join(", ", headers));
    }
    if (!rule.exposedHeaders().isEmpty()) {
      start.add(new Header("Access-Control-Expose-Headers", exposed()));
    }
    return new Grant(
        origin,
        new CorsHeaders(start, rule.admitsAnyOrigin() ? Varying.NOT : Varying.BY_ORIGIN),
        preflight);
  }

  private String exposed() {
    return String.join(", ", new TreeSet<>(rule.exposedHeaders()));
  }

  /**
   * Whether it is for what a request asks for. The container has decoded and normalised its path.
   */
  boolean covers(HttpServletRequest request) {
    String wanted = rule.path();
    if (wanted.equals(CorsRule.EVERYWHERE)) {
      return true;
    }
    String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return wanted.endsWith(BELOW)
        ? (path + "/").startsWith(wanted.substring(0, wanted.length() - 1))
        : path.equals(wanted);
  }

  /** What the answer to a request says. */
  CorsHeaders headers(HttpServletRequest request) {
    Grant grant = grantTo(request);
    if (grant == null) {
      adviseRefused(request);
      return REFUSED;
    }
    if (rule.allowsCredentials()) {
      advice.lookAt(request, grant.origin());
    }
    return grant.headers();
  }

  /** Of what changes something, whoever refuses it tells more. */
  private void adviseRefused(HttpServletRequest request) {
    if (CrossOriginCheck.isSafe(request.getMethod(), null)) {
      advice.tellUnreadable(request);
    }
  }

  /** Whether pages of the origin that a request names may act for who is logged in. */
  boolean trusts(HttpServletRequest request) {
    return rule.allowsCredentials() && allows(request);
  }

  /** Whether they may do anything. */
  boolean allows(HttpServletRequest request) {
    return grantTo(request) != null;
  }

  private @Nullable Grant grantTo(HttpServletRequest request) {
    return grants.get(rule.admitsAnyOrigin() ? CorsRule.ANY : originOf(request));
  }

  /** Empty where none is named, or several are. */
  private static String originOf(HttpServletRequest request) {
    String origin = request.getHeader(ORIGIN);
    return origin == null || CrossOriginGuard.isRepeated(request, ORIGIN) ? "" : origin;
  }

  /** The answer to a preflight. */
  Answer preflight(HttpServletRequest request) {
    Grant grant = grantTo(request);
    if (CrossOriginGuard.isRepeated(request, ORIGIN)) {
      return refusal(Reason.REPEATED_HEADER);
    }
    if (grant == null) {
      return refusal(request, Reason.ORIGIN_NOT_ALLOWED);
    }
    if (!METHODS.contains(request.getHeader(REQUESTED_METHOD))) {
      return refusal(request, Reason.REQUESTED_METHOD_NOT_ALLOWED);
    }
    return allowsHeaders(request)
        ? grant.preflight()
        : refusal(request, Reason.REQUESTED_HEADER_NOT_ALLOWED);
  }

  private Answer refusal(HttpServletRequest request, Reason precise) {
    return refusal(advice.told(precise, Reason.CROSS_ORIGIN_REFUSED, request));
  }

  private static Answer refusal(Reason reason) {
    return Answer.of(reason).with("Vary", ASKED);
  }

  private boolean allowsHeaders(HttpServletRequest request) {
    return headers.contains(CorsRule.ANY)
        || Collections.list(request.getHeaders("Access-Control-Request-Headers")).stream()
            .allMatch(this::allowsHeaders);
  }

  private boolean allowsHeaders(String requested) {
    for (String name : requested.split(",", -1)) {
      if (!name.isBlank() && !headers.contains(name.strip())) {
        return false;
      }
    }
    return true;
  }
}
