package dev.cloakroom.crossorigin;

import dev.cloakroom.config.Settings;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pages of other origins may read and send (<a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>); where nothing
 * is configured, that is the application's own to say. It judges by headers alone, and knows
 * nobody. Safe for use by several threads.
 */
public final class Cors {
  private final CorsAdvice advice;
  private final List<CorsPolicy> policies;

  /**
   * As the settings want it.
   *
   * @param proxies say which host a client has asked
   */
  public Cors(Settings settings, TrustedProxies proxies) {
    this.advice = new CorsAdvice(settings, proxies);
    this.policies =
        settings.cors().rules().stream().map(rule -> new CorsPolicy(rule, advice)).toList();
  }

  /** Whether any of it is ours to say. */
  public boolean isConfigured() {
    return !policies.isEmpty();
  }

  private @Nullable CorsPolicy policy(HttpServletRequest request) {
    for (CorsPolicy policy : policies) {
      if (policy.covers(request)) {
        return policy;
      }
    }
    return null;
  }

  /**
   * Whether a browser asks what a page may send before it sends it, of something that is ours to
   * say (Fetch, "CORS-preflight request"). Any other {@code OPTIONS} is the application's.
   */
  public boolean isPreflight(HttpServletRequest request) {
    return isConfigured()
        && request.getMethod().equals("OPTIONS")
        && request.getHeader(CorsPolicy.ORIGIN) != null
        && request.getHeader(CorsPolicy.REQUESTED_METHOD) != null
        && policy(request) != null;
  }

  /**
   * The answer to a preflight: 204 with what the page may do, or a refusal without a word of that.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Answer preflight(HttpServletRequest request) {
    CorsPolicy policy = policy(request);
    if (policy == null) {
      throw new IllegalArgumentException("It is not ours to say what pages may send there.");
    }
    return policy.preflight(request);
  }

  /** What the answer to a request has to say; null where that is the application's. */
  public @Nullable CorsHeaders headers(HttpServletRequest request) {
    CorsPolicy policy = policy(request);
    return policy == null ? null : policy.headers(request);
  }

  /** Whether a page that sent a request may act for who is logged in. */
  boolean trusts(HttpServletRequest request) {
    CorsPolicy policy = policy(request);
    return policy != null && policy.trusts(request);
  }

  /**
   * Why a page may not send a request that it may not: in general, unless it is to be explained.
   */
  Reason refusal(HttpServletRequest request) {
    CorsPolicy policy = policy(request);
    Reason precise =
        policy != null && policy.allows(request)
            ? Reason.CREDENTIALS_NOT_ALLOWED
            : Reason.ORIGIN_NOT_ALLOWED;
    return advice.told(precise, Reason.CROSS_ORIGIN_REFUSED, request);
  }

  /** Why nobody is known; if that is to be explained, that an allowed page has sent no cookie. */
  public Refusal explained(Refusal refusal, HttpServletRequest request) {
    if (!advice.isGiven() || !refusal.equals(Refusal.nothingPresented()) || !trusts(request)) {
      return refusal;
    }
    advice.tellCookieMissing(request, request.getHeader(CorsPolicy.ORIGIN));
    return new Refusal(Reason.COOKIE_NOT_SENT, Refusal.Presented.NOTHING);
  }
}
