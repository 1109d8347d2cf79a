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
   * some servers compare whole templates. Where these would differ, it is not.
   */
  boolean outranks(ResourcePath locator) {
    int byClass = UriPattern.ORDER.compare(root, locator.root());
    boolean first = byClass > 0 || (byClass == 0 && root.equals(locator.root()));
    return first && UriPattern.ORDER.compare(whole, locator.whole()) >= 0;
  }
}
