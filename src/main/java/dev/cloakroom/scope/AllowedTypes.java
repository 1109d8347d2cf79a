package dev.cloakroom.scope;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types that beans may hold. The list is closed: what is not on it is never read back, whoever
 * wrote it into the store, and so is refused when it is written. Immutable.
 */
final class AllowedTypes {
  private static final String ANY_OF_A_PACKAGE = ".*";

  private final Set<String> classes;
  private final Set<String> configured;

  /**
   * The list for some beans.
   *
   * @param configured names of further classes, or packages with {@code .*} behind
   */
  AllowedTypes(Collection<BeanForm<?>> beans, Set<String> configured) {
    this(
        beans.stream()
            .flatMap(bean -> bean.fields().stream())
            .map(field -> field.field().getGenericType()),
        configured);
  }

  private AllowedTypes(Stream<? extends Type> roots, Set<String> configured) {
    TypeSearch search = new TypeSearch();
    roots.forEach(search::add);
    this.classes = search.found();
    this.configured = Set.copyOf(configured);
  }

  /** The list of these types and of what they may hold. */
  static AllowedTypes from(Collection<Class<?>> types, Set<String> configured) {
    return new AllowedTypes(types.stream(), configured);
  }

  /** Whether values of a class may be held; for an array, those of its elements. */
  boolean permits(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return element.isPrimitive()
        || PlatformTypes.NAMES.contains(element.getName())
        || classes.contains(element.getName())
        || configured.contains(element.getName())
        || configured.contains(element.getPackageName() + ANY_OF_A_PACKAGE);
  }
}
