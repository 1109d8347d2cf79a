package dev.cloakroom.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the rule of a method is looked for. */
public enum RuleSearch {
  /**
   * At the method; at those that it overrides or implements, nearest first, superclasses before
   * interfaces; then at the types in the same order. The nearest rule counts; of several equally
   * near ones, what all of them allow.
   */
  WITH_INHERITED {
    @Override
    Optional<AccessRule> find(Class<?> type, Method method) {
      List<Set<Class<?>>> lineage = Lineage.of(type);
      Overriding overriding = new Overriding(type);
      return nearest(lineage, supertype -> overriding.in(supertype, method))
          .or(() -> nearest(lineage, Stream::of));
    }
  },

  /**
   * At the method, at the class that has it, at the class that declares it. A method that is
   * written anew without a rule has none, whatever it overrides.
   *
   * @see <a href="https://jakarta.ee/specifications/annotations/2.1/">Jakarta Annotations 2.1,
   *     section 2.1</a>
   */
  DECLARED {
    @Override
    Optional<AccessRule> find(Class<?> type, Method method) {
      return Stream.of(method, Lineage.written(type), method.getDeclaringClass())
          .map(DeclaredRule::of)
          .filter(Objects::nonNull)
          .findFirst();
    }
  };

  private static final ClassValue<Boolean> RULED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Lineage.types(type).anyMatch(DeclaredRule::isAnywhereIn);
        }
      };

  /**
   * The rule of a method; empty if there is none.
   *
   * @param type the class that has the method: it may inherit it, and may be a proxy's
   */
  abstract Optional<AccessRule> find(Class<?> type, Method method);

  /** Whether there is a rule anywhere in a class or what it extends and implements. */
  static boolean isRuled(Class<?> type) {
    return RULED.get(type);
  }

  private static Optional<AccessRule> nearest(
      List<Set<Class<?>>> lineage, Function<Class<?>, Stream<? extends AnnotatedElement>> places) {
    return lineage.stream()
        .map(level -> level.stream().<AnnotatedElement>flatMap(places).toList())
        .map(RuleSearch::common)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<AccessRule> common(Collection<AnnotatedElement> places) {
    return places.stream().map(DeclaredRule::of).filter(Objects::nonNull).reduce(AccessRule::and);
  }
}
