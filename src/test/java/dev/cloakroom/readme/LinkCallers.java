package dev.cloakroom.readme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

@ApplicationScoped
public class LinkCallers implements IdentityStore {

  @Inject private Members members;

  public CredentialValidationResult validate(LinkCredential link) {
    return new CredentialValidationResult(link.name(), members.groups(link.name()));
  }
}
