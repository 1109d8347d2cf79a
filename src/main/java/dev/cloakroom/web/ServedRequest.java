package dev.cloakroom.web;

import org.jspecify.annotations.Nullable;

/** The request that the calling thread serves, while the application has it. */
final class ServedRequest {
  private static final ThreadLocal<@Nullable GuardedRequest> CURRENT = new ThreadLocal<>();

  private ServedRequest() {}

  /** That request; null if the thread serves none, or the application does not have it. */
  static @Nullable GuardedRequest current() {
    return CURRENT.get();
  }

  /** Has the container know of that request what it could not be told yet. */
  static void settle() {
    GuardedRequest request = CURRENT.get();
    if (request != null) {
      request.settle();
    }
  }

  /** The same, and the client too: that request's answer is about to leave. */
  static void finishLogout() {
    GuardedRequest request = CURRENT.get();
    if (request != null) {
      request.finishLogout();
    }
  }

  /**
   * From now on it is this one.
   *
   * @return the one before, to be handed to {@link #leave}
   */
  static @Nullable GuardedRequest enter(GuardedRequest request) {
    GuardedRequest outer = CURRENT.get();
    CURRENT.set(request);
    return outer;
  }

  /**
   * From now on it is the one before. Of none a thread keeps that it is none: to forget even that
   * would cost each request.
   */
  static void leave(@Nullable GuardedRequest outer) {
    CURRENT.set(outer);
  }
}
