package dev.cloakroom.web;

import java.util.function.BooleanSupplier;

/**
 * The caller of the request that the calling thread serves. A server's policy costs more than all
 * else that guards a request, and a REST server of its own asks it what our filter has just asked:
 * the request tells that once more.
 *
 * <p>Only what a filter has asked before the application's code runs. What that asks need not be
 * about the caller of the request: there are servers whose request goes by what the thread works
 * for, such as a contextual proxy of another's. Safe for use by several threads.
 */
public final class ServedCaller {

  private ServedCaller() {}

  /**
   * Whether that caller is in a role, as a filter asks.
   *
   * @param filter asks the server
   */
  public static boolean isInRole(String role, BooleanSupplier filter) {
    GuardedRequest request = ServedRequest.current();
    return request == null ? filter.getAsBoolean() : request.roles().ask(role, filter);
  }
}
