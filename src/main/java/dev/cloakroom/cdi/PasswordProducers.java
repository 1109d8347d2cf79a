package dev.cloakroom.cdi;

import dev.cloakroom.PasswordUpgrade;
import dev.cloakroom.config.PasswordSettings.Peppering;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.identitystore.CallerValidator;
import dev.cloakroom.identitystore.PasswordStores;
import dev.cloakroom.identitystore.PasswordUpgrades;
import dev.cloakroom.identitystore.ReservedNameStores;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.password.Argon2idPasswordHash;
import dev.cloakroom.password.DecoyHash;
import dev.cloakroom.password.Pbkdf2Sha256PasswordHash;
import dev.cloakroom.password.Pepper;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.List;

/**
 * Builds what passwords are verified by. A hash is made for whoever asks for one, as servers expect
 * it, who initialise each by the parameters of one store; and only for who asks by its class, so
 * that an application's own {@code PasswordHash} stays the one.
 */
@Dependent
public class PasswordProducers {

  /** Made by the container. */
  public PasswordProducers() {}

  @Produces
  @Singleton
  Pepper pepper(Deployment deployment) {
    boolean isOn = deployment.settings().password().pepper() == Peppering.ON;
    return Pepper.following(
        deployment
            .keys()
            .following(
                ring -> {
                  List<MacKey> keys = ring.deriveMacKeys("password pepper");
                  return isOn ? Pepper.of(keys) : Pepper.formerly(keys);
                }));
  }

  @Produces
  @Singleton
  DecoyHash decoy() {
    return new DecoyHash();
  }

  @Produces
  @Typed(Argon2idPasswordHash.class)
  Argon2idPasswordHash argon2id(Pepper pepper, DecoyHash decoy) {
    return new Argon2idPasswordHash(pepper, decoy);
  }

  @Produces
  @Typed(Pbkdf2Sha256PasswordHash.class)
  Pbkdf2Sha256PasswordHash pbkdf2(Pepper pepper, DecoyHash decoy) {
    return new Pbkdf2Sha256PasswordHash(pepper, decoy);
  }

  @Produces
  @Singleton
  PasswordUpgrades upgrades(@Any Instance<PasswordUpgrade> upgrades) {
    return new PasswordUpgrades(upgrades.stream().toList());
  }

  @Produces
  @Singleton
  CallerValidator validator(
      Deployment deployment,
      CloakroomExtension found,
      IdentityStoreHandler stores,
      PasswordUpgrades upgrades,
      DecoyHash decoy,
      ForeignTokens foreign) {
    IdentityStoreHandler asked =
        new ReservedNameStores(new PasswordStores(stores, upgrades, decoy), foreign::isForeignName);
    return new CallerValidator(DirectoryGuard.of(asked, deployment, found));
  }
}
