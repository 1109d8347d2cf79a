package dev.cloakroom.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call of {@link SessionStore#endBefore} did.
 *
 * @param ended the sessions ended by that call
 * @param next what the next call goes on from, in the store's own words; null if there is nothing
 *     left to do
 */
public record EndPortion(List<SessionRecord> ended, @Nullable String next) {

  public EndPortion {
    ended = List.copyOf(ended);
  }
}
