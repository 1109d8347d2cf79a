package dev.cloakroom.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;

/** Says what kind of key somebody gave us when it is not the kind we need. */
final class KeyKind {
  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA", "DSA", "XDH");

  private KeyKind() {}

  /** Reads a key by one algorithm's factory. */
  @FunctionalInterface
  interface Reader {
    Key read(KeyFactory factory) throws GeneralSecurityException;
  }

  /** Returns such as {@code an RSA 1024 key}. */
  static String describe(Reader reader) {
    return ALGORITHMS.stream()
        .flatMap(algorithm -> describe(algorithm, reader).stream())
        .findFirst()
        .orElse("a key of a kind that this Java runtime does not know");
  }

  private static Optional<String> describe(String algorithm, Reader reader) {
    try {
      return Optional.of(describe(reader.read(KeyFactory.getInstance(algorithm))));
    } catch (GeneralSecurityException notThisKind) {
      return Optional.empty();
    }
  }

  private static String describe(Key key) {
    if (key instanceof RSAKey rsa) {
      return describeRsa(rsa.getModulus().bitLength());
    }
    if (key instanceof ECKey ec) {
      return "an EC key on " + ec.getParams();
    }
    return "a key for " + key.getAlgorithm();
  }

  static String describeRsa(int bits) {
    return "an RSA " + bits + " key";
  }
}
