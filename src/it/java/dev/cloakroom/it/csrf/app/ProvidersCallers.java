package dev.cloakroom.it.csrf.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Believes whatever an identity provider would have said. */
@ApplicationScoped
public class ProvidersCallers implements IdentityStore {

  /** Found by its parameter's type. */
  public CredentialValidationResult validate(CallerOnlyCredential credential) {
    return new CredentialValidationResult(credential.getCaller(), Set.of("user"));
  }
}
