package dev.cloakroom.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** The curves that JOSE signs on by ECDSA (RFC 7518 §6.2.1.1). */
@SuppressWarnings("ImmutableEnumChecker") // Java's parameters of curves and of RSA are immutable
enum NamedCurve {
  P_256("secp256r1", 32),
  P_384("secp384r1", 48),
  P_521("secp521r1", 66);

  private final ECParameterSpec parameters;
  private final int size;

  NamedCurve(String jcaName, int size) {
    this.parameters = parameters(jcaName);
    this.size = size;
  }

  private static ECParameterSpec parameters(String jcaName) {
    try {
      AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
      named.init(new ECGenParameterSpec(jcaName));
      return named.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks the curve " + jcaName + ".", e);
    }
  }

  /** Bytes of each half of a signature. */
  int size() {
    return size;
  }

  BigInteger order() {
    return parameters.getOrder();
  }

  boolean isCurveOf(ECKey key) {
    ECParameterSpec other = key.getParams();
    return other.getCurve().equals(parameters.getCurve())
        && other.getGenerator().equals(parameters.getGenerator())
        && other.getOrder().equals(parameters.getOrder());
  }
}
