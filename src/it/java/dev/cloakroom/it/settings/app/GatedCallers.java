package dev.cloakroom.it.settings.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Callers whose names begin with {@code gated}: it takes until the gate lets one in. */
@ApplicationScoped
public class GatedCallers implements IdentityStore {
  private static final int LONGEST_SECONDS = 30;

  private final Semaphore gate = new Semaphore(0);

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential login
            && login.getCaller().startsWith("gated")
        ? checked(login.getCaller())
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private CredentialValidationResult checked(String name) {
    try {
      return gate.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)
          ? new CredentialValidationResult(name, Set.of("user"))
          : CredentialValidationResult.INVALID_RESULT;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return CredentialValidationResult.INVALID_RESULT;
    }
  }

  @Override
  public int priority() {
    return 1;
  }

  /** How many stand before the gate. */
  public int waiting() {
    return gate.getQueueLength();
  }

  /** Lets one in. */
  public void letIn() {
    gate.release();
  }
}
