package dev.cloakroom.servlet;

import dev.cloakroom.http.Refusal;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Why whoever sent a request may not have what they ask for, once a rule says that they may not.
 */
public final class RequestRefusal {

  private RequestRefusal() {}

  /** Nobody is known, for the reason that the mechanism saw; or somebody, who may not. */
  public static Refusal of(HttpServletRequest request) {
    return request.getUserPrincipal() == null ? ofNobody(request) : Refusal.forbidden();
  }

  /** Why the request is anonymous, if the mechanism saw a reason; else that nothing was shown. */
  public static Refusal ofNobody(ServletRequest request) {
    return Refusal.orNothingPresented(request.getAttribute(Refusal.ATTRIBUTE));
  }
}
