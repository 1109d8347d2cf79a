package dev.cloakroom.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which session a thread asks for next, so that look-ups wander over all of them. */
@State(Scope.Thread)
public class Wandering {
  /** How many there are; a node keeps copies of so many by default. */
  public static final int SESSIONS = 2_000;

  private static final int STEP = 797;

  private int at = ThreadLocalRandom.current().nextInt(SESSIONS);

  /** The index of a session. */
  public int next() {
    at = (at + STEP) % SESSIONS;
    return at;
  }
}
