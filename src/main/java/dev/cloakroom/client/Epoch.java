package dev.cloakroom.client;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The time of one client from a login or a logout to the next. What was begun in one is not
 * repeated in another, and changes nothing there. Safe for use by several threads.
 *
 * @param number which of them it is
 * @param latest which there is now
 */
record Epoch(int number, AtomicInteger latest) {

  static Epoch now(AtomicInteger latest) {
    return new Epoch(latest.get(), latest);
  }

  /** That of what has to do with no login. */
  static Epoch endless() {
    return new Epoch(0, new AtomicInteger());
  }

  boolean isOver() {
    return latest.get() != number;
  }
}
