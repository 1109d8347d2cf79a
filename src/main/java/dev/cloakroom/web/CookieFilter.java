package dev.cloakroom.web;

import dev.cloakroom.servlet.CookiePolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Gives the cookies that we guard, the container's session cookie above all, the same attributes as
 * our own, whichever way they leave.
 */
public class CookieFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient CookiePolicy policy;
  private final transient Clock clock;

  /**
   * A filter that goes by this policy.
   *
   * @param clock tells the time from which a lasting cookie's age counts
   */
  public CookieFilter(CookiePolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    GuardedResponse guarded = new GuardedResponse(request, response, policy, clock);
    GuardedRequest guardedRequest = new GuardedRequest(request, guarded);
    chain.doFilter(guardedRequest, guarded);
    if (!guardedRequest.wasHandedOver() && !response.isCommitted()) {
      guarded.guard();
    }
  }
}
