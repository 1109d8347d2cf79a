package dev.cloakroom.rest;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Where a method or locator of a root resource class answers.
 *
 * @param httpMethod the HTTP method; null for a locator, which answers all
 * @param root the template of the class
 * @param whole that of the method below it
 */
record ResourcePath(@Nullable String httpMethod, UriPattern root, UriPattern whole) {

  /** The place of a method; null if its class is no root resource. */
  static @Nullable ResourcePath of(Class<?> type, Method method) {
    String root = ResourceAnnotations.path(type);
    if (root == null) {
      return null;
    }
    String below = ResourceAnnotations.path(type, method);
    UriPattern whole = below == null ? UriPattern.of(root) : UriPattern.of(root, below);
    return new ResourcePath(
        ResourceAnnotations.httpMethod(type, method), UriPattern.of(root), whole);
  }

  /** Whether a request arrives here and goes no further. */
  boolean answers(String method, String path) {
    return (method.equals(httpMethod) || (method.equals("HEAD") && "GET".equals(httpMethod)))
        && whole.matches(path);
  }

  /**
   * Whether this is tried before a locator: by the specification the classes are compared first;
   * some servers compare whole templates. Where these would differ, it is not; nor where two
   * templates are alike in what is compared here, which servers tell apart by their expressions.
   */
  boolean outranks(ResourcePath locator) {
    return isFirst(root, locator.root()) && isFirst(whole, locator.whole());
  }

  private static boolean isFirst(UriPattern one, UriPattern other) {
    int order = UriPattern.ORDER.compare(one, other);
    return order > 0 || (order == 0 && one.equals(other));
  }
}
