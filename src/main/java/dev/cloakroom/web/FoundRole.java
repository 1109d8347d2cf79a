package dev.cloakroom.web;

import java.security.Principal;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A role in which the container found a request's caller when a filter asked: told once more, to
 * whoever asks the request next for that role. Told on the thread that serves the request, and of
 * the very object that stands for the caller: whoever logs in or out meanwhile has another. Belongs
 * to one request, and to the thread that serves it.
 */
final class FoundRole {
  private @Nullable String asking;
  private @Nullable Found found;

  /** What the container said. */
  private record Found(Principal caller, String role) {

    @SuppressWarnings("ReferenceEquality") // one equal to it may be of another login
    boolean is(@Nullable String asked, @Nullable Principal now) {
      return caller == now && role.equals(asked);
    }
  }

  /** Has a filter ask whether the caller is in a role. */
  boolean ask(String role, BooleanSupplier filter) {
    found = null;
    asking = role;
    try {
      return filter.getAsBoolean();
    } finally {
      asking = null;
    }
  }

  /** The container has answered: what anybody else answers in its place is not kept. */
  boolean said(@Nullable String role, boolean is, GuardedRequest request) {
    String asked = asking;
    if (is && asked != null && asked.equals(role) && ServedRequest.current() == request) {
      Principal caller = request.containersCaller();
      found = caller == null || request.isDispatched() ? null : new Found(caller, asked);
    }
    return is;
  }

  /** Whether the container has told a filter just that. True once. */
  boolean isFound(@Nullable String role, GuardedRequest request) {
    if (found == null || ServedRequest.current() != request) {
      return false;
    }
    Found known = found;
    found = null;
    return known.is(role, request.containersCaller()) && !request.isDispatched();
  }
}
