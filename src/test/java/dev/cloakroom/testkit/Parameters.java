package dev.cloakroom.testkit;

import dev.cloakroom.LoginSession;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.testing.Stub;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** Asks for parameters as JUnit does, for tests in which it must fail. */
final class Parameters {

  private Parameters() {}

  /** A parameter of each type that is asked for. */
  interface Examples {
    /** Has them. */
    void example(LoginSession session, LoginClient client);
  }

  /** What the kit gives for a parameter of a type. */
  static Object resolved(Class<?> type) {
    Method example = Examples.class.getDeclaredMethods()[0];
    Parameter parameter =
        Arrays.stream(example.getParameters())
            .filter(one -> one.getType() == type)
            .findFirst()
            .orElseThrow();
    ParameterContext context =
        Stub.of(ParameterContext.class, Map.of("getParameter", unused -> parameter));
    return new LoginExtension().resolveParameter(context, Stub.of(ExtensionContext.class));
  }
}
