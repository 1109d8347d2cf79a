package dev.cloakroom.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.CryptoServicesRegistrar.Property;
import org.junit.jupiter.api.Test;

class Argon2Test {

  /** A server's thread would keep it, and the application with it, after that was stopped. */
  @Test
  void derive_leavesNothingToTheThread() {
    Argon2.id(8, 1, 1).derive(new byte[1], new byte[16], 32);

    assertThat(CryptoServicesRegistrar.<Object>clearThreadProperty(Property.DSA_DEFAULT_PARAMS))
        .isNull();
    assertThat(CryptoServicesRegistrar.<Object>clearThreadProperty(Property.DH_DEFAULT_PARAMS))
        .isNull();
  }
}
