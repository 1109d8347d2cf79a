package dev.cloakroom.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Who is to be logged in.
 *
 * @param name empty for nobody
 * @param password empty for a login that asks for none
 */
record TestCaller(String name, List<String> groups, int level, boolean fresh, String password) {
  private static final TestCaller NOBODY = new TestCaller("", List.of(), 0, true, "");

  /** Of a test: what its method says, or the nearest class around it. */
  static TestCaller of(ExtensionContext test) {
    return Stream.iterate(
            Optional.of(test),
            Optional::isPresent,
            inner -> inner.flatMap(ExtensionContext::getParent))
        .flatMap(Optional::stream)
        .flatMap(context -> context.getElement().stream())
        .flatMap(place -> writtenAt(place).stream())
        .findFirst()
        .orElse(NOBODY);
  }

  /** What is written at a place, before what that inherits; empty if nothing is. */
  static Optional<TestCaller> writtenAt(AnnotatedElement place) {
    return withInherited(place).flatMap(one -> declaredAt(one).stream()).findFirst();
  }

  private static Stream<AnnotatedElement> withInherited(AnnotatedElement place) {
    if (!(place instanceof Class<?> type)) {
      return Stream.of(place);
    }
    Stream<Class<?>> above =
        Stream.concat(Arrays.stream(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()));
    return Stream.concat(Stream.of(place), above.flatMap(TestCaller::withInherited));
  }

  private static Optional<TestCaller> declaredAt(AnnotatedElement place) {
    Optional<LoggedInAs> caller = declared(place, LoggedInAs.class);
    if (declared(place, NotLoggedIn.class).isEmpty()) {
      return caller.map(TestCaller::of);
    }
    if (caller.isPresent()) {
      throw new ExtensionConfigurationException(
          "Who is logged in, and nobody, cannot both be said at " + place);
    }
    return Optional.of(NOBODY);
  }

  /** An annotation, or one that is composed of it. */
  private static <A extends Annotation> Optional<A> declared(
      AnnotatedElement place, Class<A> type) {
    return Optional.ofNullable(place.getDeclaredAnnotation(type))
        .or(
            () ->
                Arrays.stream(place.getDeclaredAnnotations())
                    .flatMap(
                        other ->
                            AnnotationSupport.findAnnotation(other.annotationType(), type).stream())
                    .findFirst());
  }

  private static TestCaller of(LoggedInAs written) {
    return new TestCaller(
        written.value(),
        List.of(written.groups()),
        written.level(),
        written.fresh(),
        written.password());
  }

  boolean isNobody() {
    return name.isEmpty();
  }

  /** The same without a server. */
  FakeLogin fake() {
    if (isNobody()) {
      return FakeLogin.nobody();
    }
    FakeLogin login = FakeLogin.of(name).groups(groups.toArray(String[]::new)).level(level);
    return fresh ? login : login.stale();
  }
}
