package dev.cloakroom.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the rule of a method about roles is looked for. The level and the age of a proof are looked
 * for each by itself, and always with what is inherited.
 */
public enum RuleSearch {
  /**
   * At the method; at those that it overrides or implements, nearest first, superclasses before
   * interfaces; then at the types in the same order. The nearest rule counts; of several equally
   * near ones, what all of them allow.
   */
  WITH_INHERITED {
    @Override
    <T> Optional<T> find(Class<?> type, Method method, Written<T> written) {
      List<Set<Class<?>>> lineage = Lineage.of(type);
      Overriding overriding = new Overriding(type);
      return nearest(lineage, supertype -> overriding.in(supertype, method), written)
          .or(() -> nearest(lineage, Stream::of, written));
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
    <T> Optional<T> find(Class<?> type, Method method, Written<T> written) {
      return Stream.of(method, Lineage.written(type), method.getDeclaringClass())
          .map(written.read())
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

  private static final Written<AccessRule> ROLES = new Written<>(DeclaredRule::of, AccessRule::and);
  private static final Written<Integer> LEVEL =
      new Written<>(RequiredProof::level, (one, other) -> one > other ? one : other);
  private static final Written<Duration> AGE =
      new Written<>(RequiredProof::within, (one, other) -> one.compareTo(other) < 0 ? one : other);

  /**
   * Something that can be written at methods and classes.
   *
   * @param read what is written at one place; null if nothing is
   * @param both of two places that are equally near, what both of them allow
   */
  private record Written<T>(Function<AnnotatedElement, @Nullable T> read, BinaryOperator<T> both) {}

  /**
   * The rule of a method; empty if there is none about roles.
   *
   * @param type the class that has the method: it may inherit it, and may be a proxy's
   */
  Optional<AccessRule> find(Class<?> type, Method method) {
    return find(type, method, ROLES).map(rule -> rule.with(proof(type, method)));
  }

  /**
   * What the callers of a method must have proven. Always looked for as {@link #WITH_INHERITED}
   * says: no specification has a letter that would say that a proof is not inherited, and what
   * nobody reads is open.
   */
  static RequiredProof proof(Class<?> type, Method method) {
    return RequiredProof.of(
        WITH_INHERITED.find(type, method, LEVEL).orElse(null),
        WITH_INHERITED.find(type, method, AGE).orElse(null));
  }

  /**
   * What the callers of a class must have proven, that is called as a whole: by what is written at
   * it or anything that it extends or implements, whichever way rules of methods are looked for.
   */
  public static RequiredProof proof(Class<?> type) {
    List<Set<Class<?>>> lineage = Lineage.of(type);
    return RequiredProof.of(
        nearest(lineage, Stream::of, LEVEL).orElse(null),
        nearest(lineage, Stream::of, AGE).orElse(null));
  }

  abstract <T> Optional<T> find(Class<?> type, Method method, Written<T> written);

  /** Whether there is a rule anywhere in a class or what it extends and implements. */
  static boolean isRuled(Class<?> type) {
    return RULED.get(type);
  }

  private static <T> Optional<T> nearest(
      List<Set<Class<?>>> lineage,
      Function<Class<?>, Stream<? extends AnnotatedElement>> places,
      Written<T> written) {
    return lineage.stream()
        .map(level -> level.stream().<AnnotatedElement>flatMap(places).toList())
        .map(level -> common(level, written))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static <T> Optional<T> common(Collection<AnnotatedElement> places, Written<T> written) {
    return places.stream().map(written.read()).filter(Objects::nonNull).reduce(written.both());
  }
}
