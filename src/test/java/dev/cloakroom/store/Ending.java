package dev.cloakroom.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ends sessions for tests, to the last portion. */
public final class Ending {

  private Ending() {}

  /** Ends all sessions of a store that began before a moment; answers those that were ended. */
  public static List<SessionRecord> allBefore(SessionStore store, Instant moment, End end) {
    List<SessionRecord> ended = new ArrayList<>();
    EndPortion portion = store.endBefore(moment, end, null);
    ended.addAll(portion.ended());
    while (portion.next() != null) {
      portion = store.endBefore(moment, end, portion.next());
      ended.addAll(portion.ended());
    }
    return ended;
  }
}
