package dev.cloakroom.identitystore;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.function.Predicate;

/**
 * The identity stores, by which nobody logs in under a name that callers of another issuer have:
 * they would be taken for one of those. Safe for use by several threads.
 */
public final class ReservedNameStores implements IdentityStoreHandler {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.identitystore");

  private final IdentityStoreHandler stores;
  private final Predicate<String> reserved;

  /**
   * Asks these stores.
   *
   * @param reserved whether a name is one of other issuers' callers
   */
  public ReservedNameStores(IdentityStoreHandler stores, Predicate<String> reserved) {
    this.stores = stores;
    this.reserved = reserved;
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    CredentialValidationResult result = stores.validate(credential);
    CallerPrincipal caller = result.getCallerPrincipal();
    if (caller == null || !reserved.test(caller.getName())) {
      return result;
    }
    LOG.log(
        WARNING,
        "A login is refused: the identity stores give its caller a name that begins with that of an"
            + " issuer, cloakroom.issuers.<name>, and a colon, as the names of that issuer''s"
            + " callers do. Give the issuer, or the caller, another name.");
    return CredentialValidationResult.INVALID_RESULT;
  }
}
