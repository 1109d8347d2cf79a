package dev.cloakroom.it.logins.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.List;
import java.util.Set;

/** Knows employees and visitors by types of its own. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

  /** Found by its parameter's type. */
  public CredentialValidationResult validate(UsernamePasswordCredential login) {
    String name = login.getCaller();
    if (!login.getPasswordAsString().equals("pw-" + name)) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    return name.startsWith("employee") || name.startsWith("visitor")
        ? new CredentialValidationResult(caller(name), Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }

  private static CallerPrincipal caller(String name) {
    return name.startsWith("visitor")
        ? new Visitor(name)
        : new Employee(name, List.of(new Employee.Badge("front"), new Employee.Badge("roof")));
  }
}
