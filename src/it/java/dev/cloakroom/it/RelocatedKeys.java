package dev.cloakroom.it;

import java.lang.reflect.Method;

/** Nimbus JOSE+JWT under its new name, reached as a stranger would: a set of JSON Web Keys. */
final class RelocatedKeys {
  private static final String PACKAGE = "dev.cloakroom.shaded.nimbus.";

  private final Class<?> type;
  private final Object keys;

  private RelocatedKeys(Class<?> type, Object keys) {
    this.type = type;
    this.keys = keys;
  }

  /** Reads a set (RFC 7517 §5). */
  static RelocatedKeys parse(ClassLoader loader, String text) throws ReflectiveOperationException {
    Class<?> type = loader.loadClass(PACKAGE + "jose.jwk.JWKSet");
    return new RelocatedKeys(type, type.getMethod("parse", String.class).invoke(null, text));
  }

  /** The set as text, with what everybody may know of its keys. */
  String publicText() throws ReflectiveOperationException {
    Method write = type.getMethod("toString", boolean.class);
    return (String) write.invoke(keys, true);
  }
}
