package dev.cloakroom.testkit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

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
    Stream<Class<?>> classes =
        Stream.iterate(test.getRequiredTestClass(), type -> type != null, Class::getEnclosingClass);
    Stream<Method> method = test.getTestMethod().stream();
    return Stream.concat(method, classes)
        .flatMap(place -> writtenAt(place).stream())
        .findFirst()
        .orElse(NOBODY);
  }

  /** What is written at a place; empty if nothing is. */
  static Optional<TestCaller> writtenAt(AnnotatedElement place) {
    LoggedInAs written = place.getAnnotation(LoggedInAs.class);
    if (place.isAnnotationPresent(NotLoggedIn.class)) {
      return Optional.of(NOBODY);
    }
    return Optional.ofNullable(written).map(TestCaller::of);
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
