package dev.cloakroom.rest;

import dev.cloakroom.TokenRelay;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By whose token the calling thread sends: that of whom it carries, or else works for. */
final class CallersRelay {
  private static final ThreadLocal<@Nullable TokenRelay> CARRIED = new ThreadLocal<>();

  private CallersRelay() {}

  /** Finds it; empty on a thread that carries nobody and no application is known on. */
  static Optional<TokenRelay> find() {
    TokenRelay carried = CARRIED.get();
    return carried == null ? ofApplication() : Optional.of(carried);
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

  /** From now on the thread carries this caller; null for none. */
  static void carry(@Nullable TokenRelay caller) {
    if (caller == null) {
      CARRIED.remove();
    } else {
      CARRIED.set(caller);
    }
  }
}
