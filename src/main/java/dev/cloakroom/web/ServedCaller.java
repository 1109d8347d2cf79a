package dev.cloakroom.web;

/**
 * The caller of the request that the calling thread serves. A server's policy costs more than all
 * else that guards a request, and a REST server of its own asks it what our filter has just asked:
 * that is told once more by the request.
 *
 * <p>Only what a filter has asked before the application's code runs. What that asks need not be
 * about the caller of the request: there are servers whose request goes by what the thread works
 * for, such as a contextual proxy of another's. Safe for use by several threads.
 */
public final class ServedCaller {

  private ServedCaller() {}

  /** The server has just said of that request that its caller is in a role. */
  public static void foundInRole(String role) {
    GuardedRequest request = ServedRequest.current();
    if (request != null) {
      request.foundInRole(role);
    }
  }
}
