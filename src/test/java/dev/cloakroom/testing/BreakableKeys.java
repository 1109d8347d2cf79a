package dev.cloakroom.testing;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.KeySource;

/** Keys that nobody can sign with while the store that should have them fails. */
public final class BreakableKeys implements KeySource {
  private final KeyRing ring;
  private volatile boolean broken;

  /** Keys that are there until they break. */
  public BreakableKeys(KeyRing ring) {
    this.ring = ring;
  }

  /** Has none be known from now on. */
  public void breakDown() {
    broken = true;
  }

  /** Has all be known again. */
  public void repair() {
    broken = false;
  }

  @Override
  public KeyRing now() {
    return ring;
  }

  @Override
  public KeyRing complete() {
    if (broken) {
      throw new StoreUnavailableException("No key is known.");
    }
    return ring;
  }
}
