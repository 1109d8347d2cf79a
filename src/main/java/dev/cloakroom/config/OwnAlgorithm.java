package dev.cloakroom.config;

/** By which algorithm the keys sign that we make; keys that are given say it themselves. */
public enum OwnAlgorithm {
  /** ECDSA on P-256 with SHA-256. */
  ES256,
  /** EdDSA on Curve25519, which is younger and not read by everybody. */
  ED25519
}
