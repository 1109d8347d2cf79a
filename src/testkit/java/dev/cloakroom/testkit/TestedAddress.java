package dev.cloakroom.testkit;

import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds out where the application under test is. */
final class TestedAddress {
  private static final String PROPERTY = "cloakroom-testkit.url";

  /** Known by its name: not each test has Arquillian. */
  private static final String ARQUILLIAN = "org.jboss.arquillian.test.api.ArquillianResource";

  private static final Set<Class<?>> TYPES = Set.of(URI.class, URL.class, String.class);

  private TestedAddress() {}

  /** Where the application of a test is; empty for a test without a server. */
  static Optional<String> of(ExtensionContext test) {
    Stream<Object> instances =
        test.getRequiredTestInstances().getAllInstances().stream().map(Object.class::cast);
    return instances
        .flatMap(instance -> addresses(instance))
        .findFirst()
        .or(() -> Optional.ofNullable(System.getProperty(PROPERTY)));
  }

  /** Where {@code /login} and the others are, if no kit can be asked. */
  static String endpoints() {
    return System.getProperty("cloakroom-testkit.endpoints", "");
  }

  private static Stream<String> addresses(Object test) {
    return ReflectionSupport.streamFields(
            test.getClass(), TestedAddress::isAddress, HierarchyTraversalMode.BOTTOM_UP)
        .map(field -> value(field, test))
        .flatMap(Stream::ofNullable)
        .map(Object::toString);
  }

  private static boolean isAddress(Field field) {
    boolean isArquillians =
        Arrays.stream(field.getAnnotations())
            .anyMatch(written -> written.annotationType().getName().equals(ARQUILLIAN));
    return field.isAnnotationPresent(BaseUrl.class)
        || (isArquillians && TYPES.contains(field.getType()));
  }

  private static @Nullable Object value(Field field, Object test) {
    try {
      return ReflectionSupport.tryToReadFieldValue(field, test).get();
    } catch (Exception unreadable) {
      throw new ExtensionConfigurationException("The address in " + field, unreadable);
    }
  }
}
