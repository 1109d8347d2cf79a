package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.token.Authentication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What access tokens state of what their callers have proven. A token is judged by that and nothing
 * newer: whoever has proven more since was given another.
 */
final class StatedProofs {
  private StatedProofs() {}

  /** What a token of a session is to state. */
  static Authentication of(LoginSession session) {
    List<String> methods = session.authenticationMethods().stream().sorted().toList();
    Instant highest = session.authenticatedAt(session.level());
    boolean loginAlone = session.level() == 1 && highest.equals(session.createdAt());
    return new Authentication(highest, methods, loginAlone ? Map.of() : moments(session));
  }

  private static Map<Integer, Instant> moments(LoginSession session) {
    Map<Integer, Instant> moments = new TreeMap<>();
    for (int level = 1; level <= session.level(); level++) {
      moments.put(level, session.authenticatedAt(level));
    }
    return moments;
  }

  /**
   * A session, as a token states it.
   *
   * @param stated null for a login and nothing since
   */
  static StoredLoginSession in(StoredLoginSession session, @Nullable Authentication stated) {
    return stated == null || !stated.isElevated()
        ? session
        : session.elevatedBy(stated.levels(), Set.copyOf(stated.methods()));
  }
}
