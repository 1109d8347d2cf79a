package dev.cloakroom.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * A method by which a REST server gives a resource something of the request, such as one with
 * {@code Context} that takes a {@code UriInfo}. The server calls it before it asks the filters of
 * the resource's method, whoever may call that. Known by names, because not every server has
 * Jakarta REST.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     3.2</a>
 */
final class RestSetter {
  private static final String REST = "jakarta.ws.rs.";
  private static final String CONTEXT = "jakarta.ws.rs.core.Context";

  private RestSetter() {}

  /** Whether a method is one, and no rule is written at it. */
  static boolean is(Method method) {
    List<String> annotations =
        Arrays.stream(method.getAnnotations())
            .map(annotation -> annotation.annotationType().getName())
            .filter(name -> name.startsWith(REST))
            .toList();
    return !annotations.isEmpty()
        && annotations.stream().allMatch(RestSetter::isOfInjection)
        && method.getParameterCount() == 1
        && method.getReturnType() == void.class
        && !DeclaredRule.isAt(method);
  }

  private static boolean isOfInjection(String annotation) {
    return annotation.equals(CONTEXT)
        || annotation.endsWith("Param")
        || annotation.endsWith(".DefaultValue")
        || annotation.endsWith(".Encoded");
  }
}
