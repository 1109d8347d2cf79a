package dev.cloakroom.testkit.door;

import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.NewProof;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The login that a test asks for.
 *
 * @param level 1 for a login as any, more for one that has proven more
 * @param fresh whether the caller has just proven who they are
 */
record AskedLogin(String caller, Set<String> groups, int level, boolean fresh) {
  private static final Set<String> FIRST = Set.of("pwd");
  private static final Set<String> MORE = Set.of("otp");

  /**
   * Reads it from the query.
   *
   * @throws IllegalArgumentException if it is none
   */
  static AskedLogin of(HttpServletRequest request) {
    String caller = request.getParameter("caller");
    String[] groups = request.getParameterValues("groups");
    if (caller == null || caller.isBlank()) {
      throw new IllegalArgumentException("caller is missing");
    }
    return new AskedLogin(
        caller,
        groups == null ? Set.of() : Set.of(groups),
        Integer.parseInt(given(request.getParameter("level"), "1")),
        Boolean.parseBoolean(given(request.getParameter("fresh"), "true")));
  }

  private static String given(@Nullable String value, String otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  /**
   * What asks for its session.
   *
   * @param stale how long ago a proof is no longer fresh
   */
  NewLogin at(Instant now, Duration stale) {
    Instant proven = fresh ? now : now.minus(stale);
    NewLogin login = NewLogin.of(caller, groups, proven).provenBy(FIRST);
    return level == 1 ? login : login.completedBy(new NewProof(level, MORE), proven);
  }
}
