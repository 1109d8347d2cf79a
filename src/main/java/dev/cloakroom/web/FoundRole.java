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
  private @Nullable Said said;
  private @Nullable Said found;

  /** What the container said. */
  private record Said(Principal caller, @Nullable String role) {

    @SuppressWarnings("ReferenceEquality") // one equal to it may be of another login
    boolean is(@Nullable String asked, @Nullable Principal now) {
      return caller == now && role != null && role.equals(asked);
    }
  }

  /**
   * Has a filter ask whether the caller is in a role. What anybody else answers in the container's
   * place is not kept.
   */
  boolean ask(String role, BooleanSupplier filter, GuardedRequest request) {
    said = null;
    found = null;
    boolean is = filter.getAsBoolean();
    Said last = said;
    if (is && last != null && last.is(role, request.containersCaller())) {
      found = last;
    }
    return is;
  }

  /** The container has answered; gives its answer back. */
  boolean said(@Nullable String role, boolean is, GuardedRequest request) {
    if (ServedRequest.current() == request) {
      Principal caller = request.containersCaller();
      said = is && caller != null && !request.isDispatched() ? new Said(caller, role) : null;
    }
    return is;
  }

  /** Whether the container has told a filter just that. True once. */
  boolean isFound(@Nullable String role, GuardedRequest request) {
    if (found == null || ServedRequest.current() != request) {
      return false;
    }
    Said known = found;
    found = null;
    return known.is(role, request.containersCaller()) && !request.isDispatched();
  }
}
