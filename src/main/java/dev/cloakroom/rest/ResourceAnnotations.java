package dev.cloakroom.rest;

import dev.cloakroom.access.Lineage;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of Jakarta REST make of classes and methods, those included that are
 * inherited.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     3.6</a>
 */
final class ResourceAnnotations {

  private ResourceAnnotations() {}

  /** The path of a root resource class; null for any other class. */
  static @Nullable String path(Class<?> type) {
    return Lineage.types(type)
        .map(each -> each.getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .map(Path::value)
        .findFirst()
        .orElse(null);
  }

  /** The path of a method; null if it has none. */
  static @Nullable String path(Class<?> type, Method method) {
    return Lineage.declarations(type, method)
        .map(each -> each.getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .map(Path::value)
        .findFirst()
        .orElse(null);
  }

  /** The HTTP method that a method answers; null if it is none that answers. */
  static @Nullable String httpMethod(Class<?> type, Method method) {
    return Lineage.declarations(type, method)
        .flatMap(each -> Arrays.stream(each.getAnnotations()))
        .map(Annotation::annotationType)
        .map(annotation -> annotation.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  /** Whether a method gives the object that goes on with a request. */
  static boolean isLocator(Class<?> type, Method method) {
    return httpMethod(type, method) == null && path(type, method) != null;
  }

  /** Whether a class is of Jakarta REST: a root resource, or one that a locator may give. */
  static boolean isResource(Class<?> type) {
    return path(type) != null || methods(type).anyMatch(method -> isOfResource(type, method));
  }

  /** Whether requests arrive at a method or go on through it. */
  static boolean isOfResource(Class<?> type, Method method) {
    return httpMethod(type, method) != null || path(type, method) != null;
  }

  /** The methods that requests can arrive at. */
  static Stream<Method> methods(Class<?> type) {
    return Lineage.types(type)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) || type.isInterface())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge());
  }
}
