package dev.cloakroom.identitystore;

import dev.cloakroom.password.DecoyHash;
import dev.cloakroom.password.Verifications;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

/**
 * The identity stores, and what is due when they were asked about a password. Where a caller has
 * logged in by a hash that is outdated, a better one, if the application stores it. Where nobody
 * has, and the stores asked no hash, as for a name that they do not know, as much work as for a
 * wrong password, so that time does not tell which names there are. Safe for use by several
 * threads.
 */
public final class PasswordStores implements IdentityStoreHandler {
  private final IdentityStoreHandler stores;
  private final PasswordUpgrades upgrades;
  private final DecoyHash decoy;

  /** Asks these stores. */
  public PasswordStores(IdentityStoreHandler stores, PasswordUpgrades upgrades, DecoyHash decoy) {
    this.stores = stores;
    this.upgrades = upgrades;
    this.decoy = decoy;
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    long begun = upgrades.now();
    try (Verifications heard = Verifications.listen()) {
      CredentialValidationResult result = stores.validate(credential);
      CallerPrincipal caller = result.getCallerPrincipal();
      if (result.getStatus() == Status.VALID) {
        if (caller != null) {
          heard.outdated().forEach(hash -> upgrades.replace(caller.getName(), hash, begun));
        }
      } else if (heard.isEmpty()) {
        verifyDecoy(credential);
      }
      return result;
    }
  }

  private void verifyDecoy(Credential credential) {
    if (credential instanceof UsernamePasswordCredential login) {
      decoy.verify(login.getPassword().getValue());
    }
  }
}
