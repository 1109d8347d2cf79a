package dev.cloakroom.it.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class whose constructor takes a {@link ServerProcess} that runs with these WARs. There is
 * one of each variant, which all such classes share; their tests must not rely on what others left
 * behind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServerWithExtension.class)
public @interface OnServerWith {

  /** The WARs. */
  Class<? extends Wars> value();

  /** How the server is configured. */
  Variant variant() default Variant.AS_ADVISED;
}
