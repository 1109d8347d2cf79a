package dev.cloakroom.cdi;

import dev.cloakroom.FactorStore;
import dev.cloakroom.SecondFactor;
import dev.cloakroom.Totp;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.factor.AbsentFactor;
import dev.cloakroom.factor.FactorEvents;
import dev.cloakroom.factor.RecoveryCodeFactor;
import dev.cloakroom.factor.StoredTotp;
import dev.cloakroom.factor.TotpFactor;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Builds the second factors that are kept for the application, each part once. Where nothing keeps
 * them, they are there and nobody has them.
 */
@Dependent
public class TotpProducers {

  /** Made by the container. */
  public TotpProducers() {}

  @Produces
  @Singleton
  FactorStorage storage(Deployment deployment, @Any Instance<FactorStore> own) {
    return new FactorStorage(deployment, own);
  }

  void close(@Disposes FactorStorage storage) {
    storage.close();
  }

  @Produces
  @Singleton
  FactorEvents events(
      CurrentLoginSession current, SessionEnder ender, SessionEnvironment sessions) {
    return new FactorChanges(current, ender, sessions);
  }

  @Produces
  @Singleton
  SecondFactor otp(FactorStorage storage, SessionEnvironment sessions) {
    return storage
        .records()
        .<SecondFactor>map(records -> new TotpFactor(records, sessions.clock()))
        .orElseGet(() -> new AbsentFactor(TotpFactor.METHOD));
  }

  @Produces
  @Singleton
  SecondFactor recoveryCode(
      FactorStorage storage, FactorEvents events, SessionEnvironment sessions) {
    return storage
        .records()
        .<SecondFactor>map(records -> new RecoveryCodeFactor(records, events, sessions.clock()))
        .orElseGet(() -> new AbsentFactor(RecoveryCodeFactor.METHOD));
  }

  /** Behind a proxy: who has it injected and never uses it needs no store. */
  @Produces
  @ApplicationScoped
  Totp totp(
      FactorStorage storage, FactorEvents events, RandomIds random, SessionEnvironment sessions) {
    return new StoredTotp(storage.lasting(), events, random, sessions.clock());
  }
}
