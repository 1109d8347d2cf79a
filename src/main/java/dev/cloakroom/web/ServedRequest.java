package dev.cloakroom.web;

import dev.cloakroom.servlet.ThreadRequest;
import org.jspecify.annotations.Nullable;

/** The request that the calling thread serves, as the application has it. */
final class ServedRequest {
  private ServedRequest() {}

  /** That request; null if the thread serves none, or the application does not have it. */
  static @Nullable GuardedRequest current() {
    return (GuardedRequest) ThreadRequest.current();
  }

  /** Has the container know of that request what it could not be told yet. */
  static void settle() {
    GuardedRequest request = current();
    if (request != null) {
      request.settle();
    }
  }

  /** The same, and the client too: that request's answer is about to leave. */
  static void finishLogout() {
    GuardedRequest request = current();
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
    return (GuardedRequest) ThreadRequest.replace(request);
  }

  /** From now on it is the one before. */
  static void leave(@Nullable GuardedRequest outer) {
    ThreadRequest.replace(outer);
  }
}
