package dev.cloakroom.issuer;

import dev.cloakroom.crypto.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;

/** The only key of an issuer, which counts how often it is taken to verify a signature. */
final class CountedKey implements IssuerKeys {
  private final ForeignKey key;
  private int taken;

  CountedKey(PartnerKey key) {
    this.key =
        new ForeignKey(
            key.kid(),
            SignatureAlgorithm.named(key.algorithm()).orElseThrow(),
            key.pair().getPublic());
  }

  /** Since it was asked the last time. */
  int taken() {
    int before = taken;
    taken = 0;
    return before;
  }

  @Override
  public Found find(@Nullable String kid, SignatureAlgorithm algorithm) {
    taken++;
    return new Key(key);
  }

  @Override
  public boolean has(ForeignKey one) {
    return one.equals(key);
  }
}
