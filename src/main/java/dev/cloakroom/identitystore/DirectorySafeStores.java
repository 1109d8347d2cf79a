package dev.cloakroom.identitystore;

import static java.lang.System.Logger.Level.INFO;

import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

/**
 * The identity stores, of which none is asked about a name that a directory could take for a
 * pattern or for another name, nor about an empty password, by which a directory lets anybody in as
 * nobody (<a href="https://www.rfc-editor.org/rfc/rfc4513#section-5.1.2">RFC 4513 §5.1.2</a>) and a
 * server takes that for the caller: both are refused as an unknown name is. Safe for use by several
 * threads.
 */
public final class DirectorySafeStores implements IdentityStoreHandler {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.identitystore");

  private final IdentityStoreHandler stores;

  /** Asks these stores about other names. */
  public DirectorySafeStores(IdentityStoreHandler stores) {
    this.stores = stores;
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (isWithoutPassword(credential)) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    if (DirectoryNames.isPlain(PresentedName.of(credential))) {
      return stores.validate(credential);
    }
    LOG.log(
        INFO,
        "Nobody may log in by a name that a directory could take for a pattern or for another name"
            + " (cloakroom.login.ldap-safe).");
    return CredentialValidationResult.INVALID_RESULT;
  }

  private static boolean isWithoutPassword(Credential credential) {
    return credential instanceof UsernamePasswordCredential login
        && login.getPassword().getValue().length == 0;
  }
}
