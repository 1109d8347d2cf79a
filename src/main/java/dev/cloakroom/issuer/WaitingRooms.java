package dev.cloakroom.issuer;

import java.util.concurrent.Semaphore;

/**
 * How many requests wait at a time for keys, of all issuers together: each that does holds a thread
 * of the server, and nobody knows yet whether its token is genuine. Thread-safe.
 */
final class WaitingRooms {
  private static final int STRANGERS = 2;
  private static final int ACQUAINTED = 16;

  private final Semaphore strangers = new Semaphore(STRANGERS);
  private final Semaphore acquainted = new Semaphore(ACQUAINTED);

  /** For keys that are not there, whose names anybody can make up at any time. */
  Semaphore strangers() {
    return strangers;
  }

  /** For the keys of an issuer that was there, but was asked nothing for long: once in a while. */
  Semaphore acquainted() {
    return acquainted;
  }
}
