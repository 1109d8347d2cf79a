package dev.cloakroom.readme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

@ApplicationScoped
public class ShopCallers implements IdentityStore {

  @Inject private Customers customers;

  public CredentialValidationResult validate(UsernamePasswordCredential login) {
    return customers.know(login.getCaller(), login.getPassword().getValue())
        ? new CredentialValidationResult(login.getCaller(), Set.of("customer"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
