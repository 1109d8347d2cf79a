package dev.cloakroom.identitystore;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.identitystore.CallerValidation.NotValidated;
import dev.cloakroom.identitystore.CallerValidation.Validated;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;

/**
 * Asks the container's {@code IdentityStoreHandler}, and through it all the application's identity
 * stores, about a credential. A store that throws has failed; it has neither accepted nor refused
 * anybody. Safe for use by several threads.
 */
public final class CallerValidator {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.identitystore");

  private final IdentityStoreHandler stores;

  /** Asks these stores. */
  public CallerValidator(IdentityStoreHandler stores) {
    this.stores = stores;
  }

  /** What the stores say of a credential. */
  public CallerValidation validate(Credential credential) {
    CredentialValidationResult result;
    try {
      result = stores.validate(credential);
    } catch (RuntimeException failure) {
      LOG.log(ERROR, "An identity store failed; the login is answered with 503.", failure);
      return NotValidated.UNAVAILABLE;
    }
    return switch (result.getStatus()) {
      case VALID -> validated(result);
      case INVALID -> NotValidated.REFUSED;
      case NOT_VALIDATED -> unknownKind(credential);
    };
  }

  private static CallerValidation validated(CredentialValidationResult result) {
    CallerPrincipal caller = result.getCallerPrincipal();
    return caller == null || caller.getName().isBlank()
        ? NotValidated.REFUSED
        : new Validated(caller, result.getCallerGroups());
  }

  private static CallerValidation unknownKind(Credential credential) {
    LOG.log(
        WARNING,
        "No identity store of the application validates a {0}, so nobody can log in with one. "
            + "Add an @ApplicationScoped IdentityStore whose validate accepts it.",
        credential.getClass().getSimpleName());
    return NotValidated.REFUSED;
  }
}
