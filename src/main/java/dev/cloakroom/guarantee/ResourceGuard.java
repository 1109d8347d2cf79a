package dev.cloakroom.guarantee;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the filters of Jakarta REST are known to stand before. */
public interface ResourceGuard {

  /** Where Jakarta REST is absent: there are no resources. */
  ResourceGuard NONE =
      new ResourceGuard() {
        @Override
        public boolean isResource(Class<?> type) {
          return false;
        }

        @Override
        public boolean cover(Class<?> type) {
          return false;
        }

        @Override
        public boolean isActiveEverywhere() {
          return false;
        }

        @Override
        public Collection<Class<?>> unasked() {
          return List.of();
        }

        @Override
        public Stream<Method> unfiltered(Class<?> type) {
          return Stream.empty();
        }
      };

  /** Whether a class, or one that extends or implements it, is one of Jakarta REST. */
  boolean isResource(Class<?> type);

  /** Whether filters stand before what is written in a class or interface. */
  boolean cover(Class<?> type);

  /** Whether each REST server of the application has taken the filters in. */
  boolean isActiveEverywhere();

  /**
   * The root resource classes with a rule, given or by default, that no server has asked about, as
   * it would if it served them.
   */
  Collection<Class<?>> unasked();

  /** The methods of a resource class with a rule that no filter can stand before. */
  Stream<Method> unfiltered(Class<?> type);
}
