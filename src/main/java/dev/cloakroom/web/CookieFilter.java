package dev.cloakroom.web;

import dev.cloakroom.servlet.CookiePolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Gives the cookies that we guard, the container's session cookie above all, the same attributes as
 * our own, whichever way they leave.
 */
public class CookieFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient CookiePolicy policy;

  /** A filter that goes by this policy. */
  public CookieFilter(CookiePolicy policy) {
    this.policy = policy;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    GuardedResponse guarded = new GuardedResponse(request, response, policy);
    GuardedRequest guardedRequest = new GuardedRequest(request, guarded);
    chain.doFilter(guardedRequest, guarded);
    if (!guardedRequest.wasHandedOver() && !response.isCommitted()) {
      guarded.guard();
    }
  }
}
