package dev.cloakroom.identitystore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/**
 * Validates {@link AccessTokenCredential}: the caller and groups are those of the token's live
 * login session. Every other credential is left to the application's stores.
 */
@ApplicationScoped
public class AccessTokenIdentityStore implements IdentityStore {
  @Inject AccessTokens accessTokens;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof AccessTokenCredential shown)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return accessTokens.lookUp(shown.token()) instanceof BearerLookup.Accepted accepted
        ? new CredentialValidationResult(
            accepted.session().callerName(), accepted.session().groups())
        : CredentialValidationResult.INVALID_RESULT;
  }
}
