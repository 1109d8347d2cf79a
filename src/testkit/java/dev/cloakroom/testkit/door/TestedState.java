package dev.cloakroom.testkit.door;

import dev.cloakroom.store.SessionStore;
import dev.cloakroom.testkit.door.EmptiedStore.Emptiable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What an application under test has that a test changes: its clock, and what it keeps. */
record TestedState(SessionStore store, Clock clock) {

  /**
   * Has time pass, if nobody else has what is kept.
   *
   * @return the time that it is then
   * @throws IllegalStateException if others may have the store: what is over by this clock would be
   *     gone for them, too
   */
  Instant elapse(Duration time) {
    if (!(store instanceof Emptiable)) {
      throw new IllegalStateException(
          "Time is moved only where the store is in memory (cloakroom.store=memory). This"
              + " application has one that others may share: their logins would end by its clock,"
              + " and their keys be replaced.");
    }
    movable().elapse(time);
    return clock.instant();
  }

  /**
   * Puts the clock right, and empties the store if it is the application's own.
   *
   * @return whether it was emptied
   */
  boolean reset() {
    movable().reset();
    if (store instanceof Emptiable own) {
      own.empty();
      return true;
    }
    return false;
  }

  private MovableClock movable() {
    return (MovableClock) clock;
  }
}
