package dev.cloakroom.it.probe.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * Knows everybody whose name begins with {@code user}, {@code admin}, {@code staff} or {@code odd};
 * the password is the name after {@code pw-}. Fails for names that begin with {@code broken}.
 */
@ApplicationScoped
public class ProbeIdentityStore implements IdentityStore {

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential login
        ? validate(login.getCaller(), login.getPasswordAsString())
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private static CredentialValidationResult validate(String name, String password) {
    if (name.startsWith("broken")) {
      throw new IllegalStateException("the probe's store is told to fail");
    }
    return name.matches("(?s)(user|admin|staff|odd).*") && password.equals("pw-" + name)
        ? new CredentialValidationResult(name, groups(name))
        : CredentialValidationResult.INVALID_RESULT;
  }

  private static Set<String> groups(String name) {
    return name.startsWith("admin") ? Set.of("user", "admin") : Set.of("user");
  }
}
