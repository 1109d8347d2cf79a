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

  /**
   * Where the application of a test is; empty for a test without a server.
   *
   * @throws ExtensionConfigurationException if a field should say it, and does not
   */
  static Optional<String> of(ExtensionContext test) {
    Optional<String> known =
        known(test).or(() -> Optional.ofNullable(System.getProperty(PROPERTY)));
    if (known.isEmpty() && isAwaited(test)) {
      throw new ExtensionConfigurationException(
          "Nobody has said where the application is: the field for its address is null. Arquillian"
              + " fills in one with @ArquillianResource if "
              + test.getRequiredTestClass().getName()
              + " has @ExtendWith(ArquillianExtension.class), and a @Deployment that is tested from"
              + " outside (testable = false, or @RunAsClient).");
    }
    return known;
  }

  /** Whether a field is still to say it: Arquillian's extension fills in its own in its turn. */
  static boolean isAwaited(ExtensionContext test) {
    return known(test).isEmpty() && fields(test).findAny().isPresent();
  }

  private static Optional<String> known(ExtensionContext test) {
    return fields(test)
        .flatMap(field -> Stream.ofNullable(field.value()))
        .map(Object::toString)
        .findFirst();
  }

  /** Where {@code /login} and the others are, if no kit can be asked. */
  static String endpoints() {
    return System.getProperty("cloakroom-testkit.endpoints", "");
  }

  /** A field with an address, or for one. */
  private record AddressField(@Nullable Object value) {}

  private static Stream<AddressField> fields(ExtensionContext test) {
    Stream<Object> instances =
        test.getRequiredTestInstances().getAllInstances().stream().map(Object.class::cast);
    return instances.flatMap(
        instance ->
            ReflectionSupport.streamFields(
                    instance.getClass(), TestedAddress::isAddress, HierarchyTraversalMode.BOTTOM_UP)
                .map(field -> new AddressField(value(field, instance))));
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
