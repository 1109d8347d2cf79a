package dev.cloakroom.issuer;

import java.time.Duration;

/**
 * How many requests wait at a time for keys, of all issuers together: each that does holds a thread
 * of the server, and nobody knows yet whether its token is genuine. Thread-safe.
 */
final class WaitingRooms {
  /** A fetch from an issuer that is well takes less. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final WaitingRoom strangers;
  private final WaitingRoom acquainted;

  /** Empty ones. */
  WaitingRooms() {
    this(MOMENT);
  }

  /**
   * Empty ones.
   *
   * @param moment how long those wait at most for whom there is no seat
   */
  WaitingRooms(Duration moment) {
    this.strangers = new WaitingRoom(2, 30, moment);
    this.acquainted = new WaitingRoom(16, 16, moment);
  }

  /**
   * For keys that are not there, whose names anybody can make up at any time; and which each client
   * may name once an issuer has new ones.
   */
  WaitingRoom strangers() {
    return strangers;
  }

  /** For the keys of an issuer that was there, but was asked nothing for long: once in a while. */
  WaitingRoom acquainted() {
    return acquainted;
  }
}
