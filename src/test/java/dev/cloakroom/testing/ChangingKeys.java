package dev.cloakroom.testing;

import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.KeySource;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys that change when a test says so. */
public final class ChangingKeys implements KeySource {
  private final AtomicInteger looks = new AtomicInteger();
  private volatile KeyRing now;
  private volatile Runnable onLook = () -> {};

  public ChangingKeys(KeyRing first) {
    this.now = first;
  }

  public void change(KeyRing next) {
    now = next;
  }

  /** Does something whenever somebody looks for keys that are not known. */
  public void onLook(Runnable action) {
    onLook = action;
  }

  /** How often somebody looked. */
  public int looks() {
    return looks.get();
  }

  @Override
  public KeyRing now() {
    return now;
  }

  @Override
  public boolean renew() {
    looks.incrementAndGet();
    onLook.run();
    return true;
  }
}
