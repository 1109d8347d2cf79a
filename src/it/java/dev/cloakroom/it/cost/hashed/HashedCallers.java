package dev.cloakroom.it.cost.hashed;

import dev.cloakroom.password.Argon2idPasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows one caller, by the hash of a password that nobody has. */
@ApplicationScoped
public class HashedCallers implements IdentityStore {
  private static final String KNOWN = "caller-known";
  private static final String STORED =
      "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw"
          + "$NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o";

  @Inject Argon2idPasswordHash passwords;

  /** Whoever is not known has no hash, and costs one all the same. */
  public CredentialValidationResult validate(UsernamePasswordCredential login) {
    String stored = login.getCaller().equals(KNOWN) ? STORED : "";
    return passwords.verify(login.getPassword().getValue(), stored)
        ? new CredentialValidationResult(KNOWN, Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
