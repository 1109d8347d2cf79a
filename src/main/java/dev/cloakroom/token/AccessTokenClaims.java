package dev.cloakroom.token;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an access token will say about its caller.
 *
 * @param callerName not empty; any characters that UTF-8 can write
 * @param groups may be empty; their order is kept
 * @param sessionId the login session that the token is a credential of
 * @param authentication when and how the caller proved who they are
 */
public record AccessTokenClaims(
    String callerName, Set<String> groups, String sessionId, Authentication authentication) {
  /** Copies the groups and refuses a text that would come back as another one, or not at all. */
  public AccessTokenClaims {
    groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
    Stream.of(Stream.of(callerName, sessionId), groups.stream(), authentication.methods().stream())
        .flatMap(texts -> texts)
        .forEach(AccessTokenClaims::requireWritable);
  }

  private static void requireWritable(String text) {
    if (text.isEmpty() || !Unicode.isWellFormed(text)) {
      throw new IllegalArgumentException(
          "A caller's name, group, session id or authentication method is empty or holds half of a"
              + " surrogate pair, which no token can carry.");
    }
  }
}
