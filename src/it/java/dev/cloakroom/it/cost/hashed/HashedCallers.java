package dev.cloakroom.it.cost.hashed;

import dev.cloakroom.password.Argon2idPasswordHash;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/**
 * Knows callers by their hashes, some by that of a password that nobody has, and two who are
 * disabled: one is refused before the password is looked at, the other after.
 */
@ApplicationScoped
public class HashedCallers implements IdentityStore {
  private static final String STORED =
      "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw"
          + "$NwL+xSmigNiAOgl+I2jEaRCGhgM4MrAYuhRj2xV8e+o";

  @Inject Argon2idPasswordHash passwords;

  private Map<String, String> hashes = Map.of();

  @PostConstruct
  void hash() {
    String welcome = passwords.generate("pw-user-welcome".toCharArray());
    hashes = Map.of("caller-known", STORED, "caller-late", STORED, "user-welcome", welcome);
  }

  /** Whoever is not known has no hash, and costs one all the same. */
  public CredentialValidationResult validate(UsernamePasswordCredential login) {
    String name = login.getCaller();
    if (name.equals("caller-locked")) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    boolean isRight =
        passwords.verify(login.getPassword().getValue(), hashes.getOrDefault(name, ""));
    return isRight && !name.equals("caller-late")
        ? new CredentialValidationResult(name, Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
