package dev.cloakroom.access;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has calls of a bean's method checked. {@link AccessExtension} puts it there; applications write
 * {@code @RolesAllowed} and the like only.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Guarded {

  /** The annotation as an object. */
  final class Literal extends AnnotationLiteral<Guarded> implements Guarded {
    private static final long serialVersionUID = 1L;

    /** The only one that is needed. */
    static final Literal INSTANCE = new Literal();

    private Literal() {}
  }
}
