package dev.cloakroom.web;

import dev.cloakroom.servlet.RequestLogin;

/**
 * The caller of the request that the calling thread serves, as far as it has been asked about them:
 * the filters of Jakarta REST ask what a bean behind them asks again. Safe for use by several
 * threads.
 */
public final class ServedCaller {

  private ServedCaller() {}

  /**
   * Whether that caller is logged in, and in a role. Where not, the container may know another: the
   * thread may serve no request, or work for an Enterprise Bean that runs as somebody else.
   */
  public static boolean isInRole(String role) {
    GuardedRequest request = ServedRequest.current();
    return request != null && RequestLogin.of(request) != null && request.isUserInRole(role);
  }
}
