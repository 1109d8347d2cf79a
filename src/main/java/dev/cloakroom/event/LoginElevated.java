package dev.cloakroom.event;

import java.time.Instant;
import java.util.Set;

/**
 * A caller has proven once more who they are, perhaps at a higher level.
 *
 * @param sessionId the id of the login session, which stays
 * @param callerName the caller
 * @param level the level that was proven
 * @param methods how it was, as RFC 8176 names it
 * @param at when
 */
public record LoginElevated(
    String sessionId, String callerName, int level, Set<String> methods, Instant at)
    implements SecurityEvent {

  public LoginElevated {
    methods = Set.copyOf(methods);
  }
}
