package dev.cloakroom.it;

/** Nimbus JOSE+JWT under its new name, reached as a stranger would: ES256 tokens. */
final class RelocatedJwt {

  private static final String PACKAGE = "dev.cloakroom.shaded.nimbus.";

  private final ClassLoader loader;

  RelocatedJwt(ClassLoader loader) {
    this.loader = loader;
  }

  Object newKey() throws ReflectiveOperationException {
    Class<?> curve = type("jose.jwk.Curve");
    Class<?> generator = type("jose.jwk.gen.ECKeyGenerator");
    Object p256 = curve.getField("P_256").get(null);
    return generator
        .getMethod("generate")
        .invoke(generator.getConstructor(curve).newInstance(p256));
  }

  String sign(Object key, String subject) throws ReflectiveOperationException {
    Class<?> jwt = type("jwt.SignedJWT");
    Class<?> claims = type("jwt.JWTClaimsSet");
    Object token =
        jwt.getConstructor(type("jose.JWSHeader"), claims).newInstance(header(), claims(subject));
    jwt.getMethod("sign", type("jose.JWSSigner")).invoke(token, with("ECDSASigner", key));
    return (String) jwt.getMethod("serialize").invoke(token);
  }

  boolean verify(Object key, String token) throws ReflectiveOperationException {
    Class<?> jwt = type("jwt.SignedJWT");
    Object parsed = jwt.getMethod("parse", String.class).invoke(null, token);
    return (Boolean)
        jwt.getMethod("verify", type("jose.JWSVerifier"))
            .invoke(parsed, with("ECDSAVerifier", key));
  }

  private Object header() throws ReflectiveOperationException {
    Class<?> algorithm = type("jose.JWSAlgorithm");
    Object es256 = algorithm.getField("ES256").get(null);
    return type("jose.JWSHeader").getConstructor(algorithm).newInstance(es256);
  }

  private Object claims(String subject) throws ReflectiveOperationException {
    Class<?> builder = type("jwt.JWTClaimsSet$Builder");
    Object claims = builder.getConstructor().newInstance();
    builder.getMethod("subject", String.class).invoke(claims, subject);
    return builder.getMethod("build").invoke(claims);
  }

  private Object with(String signerOrVerifier, Object key) throws ReflectiveOperationException {
    return type("jose.crypto." + signerOrVerifier)
        .getConstructor(type("jose.jwk.ECKey"))
        .newInstance(key);
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(PACKAGE + name);
  }
}
