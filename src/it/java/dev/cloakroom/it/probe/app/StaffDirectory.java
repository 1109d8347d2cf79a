package dev.cloakroom.it.probe.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Validates nobody; adds the group of names that begin with {@code staff}, and counts. */
@ApplicationScoped
public class StaffDirectory implements IdentityStore {
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  @Override
  public Set<ValidationType> validationTypes() {
    return Set.of(ValidationType.PROVIDE_GROUPS);
  }

  @Override
  public Set<String> getCallerGroups(CredentialValidationResult validated) {
    String name = validated.getCallerPrincipal().getName();
    calls.merge(name, 1, Integer::sum);
    return name.startsWith("staff") ? Set.of("staff") : Set.of();
  }

  /** How often it was asked about a caller. */
  public int callsFor(String name) {
    return calls.getOrDefault(name, 0);
  }
}
