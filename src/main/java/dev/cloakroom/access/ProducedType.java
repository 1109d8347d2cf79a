package dev.cloakroom.access;

import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedMethod;

/** The type that a producer says it makes. */
final class ProducedType {

  private ProducedType() {}

  /** The declared type of a producer method or field. */
  static Class<?> of(AnnotatedMember<?> producer) {
    if (producer instanceof AnnotatedMethod<?> method) {
      return method.getJavaMember().getReturnType();
    }
    return ((AnnotatedField<?>) producer).getJavaMember().getType();
  }

  /** Whether what is made can be of a class of an application's. */
  static boolean mayBeRuled(Class<?> declared) {
    return !declared.isPrimitive()
        && !declared.isArray()
        && declared != Object.class
        && !declared.getName().startsWith("java.");
  }
}
