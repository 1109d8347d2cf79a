package dev.cloakroom.store;

import java.time.Instant;
import java.util.Set;

/**
 * What is known of a login from the moment it happened.
 *
 * @param callerName the caller's name as the identity store gave it
 * @param groups the caller's groups
 * @param methods how the caller proved who they are, as RFC 8176 names it
 * @param at when the login began, before the credential was checked
 * @param client where it came from
 */
public record Login(
    String callerName, Set<String> groups, Set<String> methods, Instant at, Client client) {

  public Login {
    groups = Set.copyOf(groups);
    methods = Set.copyOf(methods);
  }

  Login withGroups(Set<String> changed) {
    return new Login(callerName, changed, methods, at, client);
  }
}
