package dev.cloakroom.it.caller.app;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.LoginSession;
import dev.cloakroom.LoginSessions;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells whom the thread that asks works for, and who lets it in. */
@ApplicationScoped
public class Witness {
  @Inject LoginSession session;
  @Inject LoginSessions sessions;
  @Inject JsonWebToken token;
  @Inject Rooms rooms;
  @Inject Desk desk;

  /** Such as {@code alice [user, any] by alice}: the name, the beans, the name of the token. */
  public String tell() {
    Map<String, Runnable> doors = new LinkedHashMap<>();
    doors.put("user", rooms::user);
    doors.put("admin", rooms::admin);
    doors.put("any", rooms::any);
    return name(session.callerName())
        + doors.entrySet().stream()
            .filter(door -> opens(door.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", ", " [", "]"))
        + " by "
        + name(Objects.requireNonNullElse(token.getName(), ""))
        + (token.getClaimNames() == null ? "" : " with claims");
  }

  /** Whether the container of Enterprise Beans lets an administrator in. */
  public String desk() {
    return String.valueOf(opens(desk::admin));
  }

  /** All else that can be asked, and what changes something. */
  public String all() {
    session.rotate();
    boolean agrees =
        session.isAnonymous() == session.id().isEmpty()
            && session.isAnonymous() == session.groups().isEmpty()
            && session.snapshot().callerName().equals(session.callerName())
            && session.isFresh() != session.isAnonymous();
    return name(session.callerName()) + " " + agrees + " " + sessions.of("nobody-at-all").size();
  }

  /** Ends the login that it is asked of. */
  public boolean end(String sessionId) {
    return sessions.end(sessionId);
  }

  private static String name(String name) {
    return name.isEmpty() ? "nobody" : name;
  }

  private static boolean opens(Runnable door) {
    try {
      door.run();
      return true;
    } catch (AccessDeniedException | EJBAccessException refused) {
      return false;
    }
  }
}
