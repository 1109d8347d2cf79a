package dev.cloakroom.rest;

import dev.cloakroom.TokenRelay;
import dev.cloakroom.servlet.ThreadRequest;
import dev.cloakroom.task.TaskLogin;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By whose token the calling thread sends: by that of the request or the task that it works for,
 * else by that of whom a call carries. A client may take back from another thread, or too late,
 * what it has put on one: so a call is sent once by it, and not when it is over.
 */
final class CallersRelay {
  private static final ThreadLocal<@Nullable Carried> OF_THREAD = new ThreadLocal<>();

  private CallersRelay() {}

  /** Whom one call is made for. Thread-safe. */
  static final class Carried {
    private final @Nullable TokenRelay caller;
    private volatile boolean isOver;

    Carried(@Nullable TokenRelay caller) {
      this.caller = caller;
    }

    /** The calling thread is about to send the call. */
    void begin() {
      OF_THREAD.set(this);
    }

    /** It is not sent any more, on whichever thread it was. */
    void end() {
      isOver = true;
      if (OF_THREAD.get() == this) {
        OF_THREAD.remove();
      }
    }
  }

  /** Finds it; empty on a thread that no application is known on, and that sends no such call. */
  static Optional<TokenRelay> find() {
    Carried carried = OF_THREAD.get();
    OF_THREAD.remove();
    return carried == null || carried.isOver || carried.caller == null || worksForSomebody()
        ? ofApplication()
        : Optional.of(carried.caller);
  }

  private static boolean worksForSomebody() {
    return ThreadRequest.current() != null || TaskLogin.current() != null;
  }

  private static Optional<TokenRelay> ofApplication() {
    Instance<TokenRelay> relay;
    try {
      relay = CDI.current().select(TokenRelay.class);
    } catch (IllegalStateException noApplication) {
      return Optional.empty();
    }
    return relay.isResolvable() ? Optional.of(relay.get()) : Optional.empty();
  }
}
