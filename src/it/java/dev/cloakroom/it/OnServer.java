package dev.cloakroom.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs a server with a deployment. Its constructor and its methods may take a
 * {@link RunningServer}.
 *
 * <p>A server takes many seconds to start, so classes that ask for the same deployment share one;
 * their tests must not rely on what others left behind. A class that asks for another deployment
 * has the server stopped and started again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServerExtension.class)
public @interface OnServer {

  /** A class with the Arquillian {@code @Deployment} to run on. */
  Class<?> value() default DemoDeployment.class;
}
