package dev.cloakroom.password;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Listens, on the thread that made it and until it is closed, for passwords that are verified:
 * whether any was, and by which stored hashes though a new one would be better. Identity stores
 * give a hash no name to go with it, nor say whether they asked one, so that whoever asks the
 * stores has to listen meanwhile.
 *
 * <p>Belongs to one thread; close it there.
 */
public final class Verifications implements AutoCloseable {
  private static final ThreadLocal<@Nullable Verifications> LISTENING = new ThreadLocal<>();

  private final @Nullable Verifications outer;
  private final Map<String, OutdatedHash> outdated = new LinkedHashMap<>();
  private boolean heardAny;

  private Verifications(@Nullable Verifications outer) {
    this.outer = outer;
  }

  /** Listens from now on, in the place of who has listened before. */
  public static Verifications listen() {
    Verifications inner = new Verifications(LISTENING.get());
    LISTENING.set(inner);
    return inner;
  }

  /** Tells the listener on this thread, if there is one, that a hash is asked about a password. */
  static void tell() {
    Verifications listener = LISTENING.get();
    if (listener != null) {
      listener.heardAny = true;
    }
  }

  /** Tells it by what a password was verified. */
  static void tellOutdated(String stored, char[] password, Hashing<?> hashing) {
    Verifications listener = LISTENING.get();
    if (listener != null) {
      listener.outdated.computeIfAbsent(
          stored, unknown -> new OutdatedHash(stored, password.clone(), hashing));
    }
  }

  /** Whether no hash was asked so far. */
  public boolean isEmpty() {
    return !heardAny;
  }

  /** The outdated hashes so far, each once. When this is closed none can be renewed any more. */
  public Collection<OutdatedHash> outdated() {
    return List.copyOf(outdated.values());
  }

  @Override
  public void close() {
    outdated.values().forEach(OutdatedHash::wipe);
    if (outer == null) {
      LISTENING.remove();
    } else {
      LISTENING.set(outer);
    }
  }
}
