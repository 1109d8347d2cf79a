package dev.cloakroom.cdi;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.ForeignCallers;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.mechanism.CallerForm;
import dev.cloakroom.mpjwt.TokenCallers;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.token.AccessTokenPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.List;

/** Builds what knows tokens of other issuers, each part once for an application. */
@Dependent
public class IssuerProducers {

  /** As much as our own tokens may take. */
  private static final long BYTES_OF_TOKENS = 64L * 1024 * 1024;

  /** Made by the container. */
  public IssuerProducers() {}

  @Produces
  @Singleton
  ForeignTokens tokens(Deployment deployment, SessionEnvironment sessions, AccessTokenPolicy ours) {
    List<IssuerSettings> issuers = deployment.settings().issuers();
    issuers.forEach(issuer -> requireAnother(issuer, ours));
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    return ForeignTokens.open(issuers, application, sessions.clock(), BYTES_OF_TOKENS);
  }

  /** Its tokens would be taken for ours, or ours for its own. */
  private static void requireAnother(IssuerSettings issuer, AccessTokenPolicy ours) {
    if (issuer.issuer().equals(ours.issuer())) {
      throw new IllegalStateException(
          "%s=%s is what this application calls itself in its own tokens. Give it another name by cloakroom.access-token.issuer, or take this issuer out."
              .formatted(issuer.issuerSetting(), issuer.issuer()));
    }
  }

  /** Where the API is, the callers that its applications expect. */
  @Produces
  @Singleton
  CallerForm form() {
    return Sources.hasMpJwt() ? TokenCallers.form() : CallerForm.BY_NAME;
  }

  void close(@Disposes ForeignTokens tokens) {
    tokens.close();
  }

  /** The stores are asked for when they are needed: among them is one that needs this. */
  @Produces
  @Singleton
  ForeignCallers callers(
      Deployment deployment,
      CloakroomExtension found,
      SessionEnvironment sessions,
      TokenRevocations revocations,
      Provider<IdentityStoreHandler> stores) {
    IdentityStoreHandler asked =
        DirectoryGuard.of(credential -> stores.get().validate(credential), deployment, found);
    return new ForeignCallers(
        sessions, revocations, new CallerValidator(asked), deployment.settings().issuers());
  }
}
