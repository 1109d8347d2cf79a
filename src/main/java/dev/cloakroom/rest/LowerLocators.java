package dev.cloakroom.rest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The locators of a class, as they answer below one that has given an object of it.
 *
 * @param all each of them, with the filter of one that not everybody may pass
 */
record LowerLocators(List<Locator> all) {

  /**
   * One of them.
   *
   * @param pattern its template
   * @param filter null if everybody may pass
   */
  record Locator(Method method, UriPattern pattern, @Nullable AccessFilter filter) {

    private boolean mayGive(Object next) {
      Class<?> given = method.getReturnType();
      return given == Class.class || given.isInstance(next);
    }

    private boolean isIn(String path) {
      return RequestPath.tails(path).anyMatch(pattern::leadsTo);
    }
  }

  /** Whether everybody may pass all of them. */
  boolean areOpen() {
    return all.stream().allMatch(locator -> locator.filter() == null);
  }

  /**
   * The filters of those that may have given the object with which a request goes on. Where in the
   * path they begin is not told by all servers: of two that could have, both count.
   */
  List<AccessFilter> passed(Object next, Set<String> paths) {
    return all.stream()
        .filter(locator -> locator.mayGive(next))
        .filter(locator -> paths.stream().anyMatch(locator::isIn))
        .map(Locator::filter)
        .filter(Objects::nonNull)
        .toList();
  }
}
