package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/**
 * Validates {@link AccessTokenCredential}: the caller and groups are those of the token's live
 * login session. A token of another issuer is none: a session of ours would outlive it. Every other
 * credential is left to the application's stores.
 */
@ApplicationScoped
public class AccessTokenIdentityStore implements IdentityStore {
  @Inject AccessTokens accessTokens;

  /**
   * Whether a credential is a token, by which nobody logs in: a session would outlive it, and be
   * fresh though its caller has proven nothing.
   */
  public static boolean isToken(Credential credential) {
    return credential instanceof AccessTokenCredential
        || credential instanceof ForeignTokenCredential;
  }

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (credential instanceof ForeignTokenCredential genuine) {
      return new CredentialValidationResult(genuine.token().callerName(), genuine.token().groups());
    }
    return credential instanceof AccessTokenCredential shown
        ? result(accessTokens.lookUp(shown.token()))
        : CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private static CredentialValidationResult result(BearerLookup lookup) {
    if (lookup instanceof BearerLookup.Accepted accepted) {
      return valid(accepted.session());
    }
    if (lookup instanceof BearerLookup.Undecided) {
      throw new StoreUnavailableException("Nobody can tell now whether a token is genuine.");
    }
    return CredentialValidationResult.INVALID_RESULT;
  }

  private static CredentialValidationResult valid(LoginSession login) {
    return new CredentialValidationResult(login.callerName(), login.groups());
  }
}
