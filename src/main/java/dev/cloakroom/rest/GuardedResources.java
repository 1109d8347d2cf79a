package dev.cloakroom.rest;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.Lineage;
import dev.cloakroom.guarantee.ResourceGuard;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What is known of an application's Jakarta REST resources: the classes that were found when it was
 * deployed, and those that its REST servers have asked us about, which they do for each method that
 * they may call. Safe for use by several threads.
 */
public final class GuardedResources implements ResourceGuard {
  private final AccessRules rules;
  private final Set<Class<?>> found = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> asked = ConcurrentHashMap.newKeySet();
  private final Set<ResourcePath> answering = ConcurrentHashMap.newKeySet();
  private final Set<ResourceLocator> locators = ConcurrentHashMap.newKeySet();
  private final AtomicInteger applications = new AtomicInteger();
  private final AtomicInteger activations = new AtomicInteger();

  /** Nothing is known yet. */
  public GuardedResources(AccessRules rules) {
    this.rules = rules;
  }

  AccessRules rules() {
    return rules;
  }

  /**
   * What was found in the application, whether a server serves it or not.
   *
   * @param servers how many REST servers its classes ask for
   */
  public void find(Collection<Class<?>> roots, int servers) {
    applications.set(servers);
    find(roots);
  }

  /** Of an interface the locators alone: servers may serve a class that has no path of its own. */
  private void find(Collection<Class<?>> roots) {
    for (Class<?> root : roots) {
      if (root.isInterface()) {
        addLocators(root);
      } else {
        add(root);
      }
    }
  }

  private void add(Class<?> type) {
    if (found.add(type)) {
      addLocators(type);
    }
  }

  private void addLocators(Class<?> type) {
    ResourceAnnotations.methods(type)
        .filter(method -> ResourceAnnotations.isLocator(type, method))
        .forEach(locator -> addLocator(type, locator));
  }

  private void addLocator(Class<?> type, Method locator) {
    AccessRule rule = rules.ofResource(type, locator);
    ResourcePath path = ResourcePath.of(type, locator);
    if (rule.restricts() && path != null) {
      locators.add(new ResourceLocator(path, rule));
    }
  }

  /** A REST server of the application has taken our filters in. */
  void activate() {
    activations.incrementAndGet();
  }

  /** A server wants to know what stands before a method. */
  void ask(Class<?> type, Method method) {
    Class<?> written = Lineage.written(type);
    asked.add(written);
    ResourcePath path = ResourcePath.of(type, method);
    if (path != null) {
      answering.add(path);
      add(written);
    }
  }

  /** The locators that not everybody may pass. */
  Collection<ResourceLocator> locators() {
    return locators;
  }

  /** Whether a method answers a request before any locator could. */
  boolean isAnsweredBefore(ResourceLocator locator, String httpMethod, String path) {
    return answering.stream()
        .anyMatch(place -> place.answers(httpMethod, path) && place.outranks(locator.path()));
  }

  /** Or is extended or implemented by one: an interface may leave all of that to its classes. */
  @Override
  public boolean isResource(Class<?> type) {
    return ResourceAnnotations.isResource(type) || isExtendedBy(found, type);
  }

  @Override
  public boolean cover(Class<?> type) {
    return isActive() && (isExtendedBy(asked, type) || !isRoot(type) || hasLocatorsOnly(type));
  }

  @Override
  public boolean isActiveEverywhere() {
    return isActive() && activations.get() >= applications.get();
  }

  private boolean isActive() {
    return activations.get() > 0;
  }

  private static boolean isExtendedBy(Collection<Class<?>> types, Class<?> type) {
    return types.stream().anyMatch(type::isAssignableFrom);
  }

  private static boolean isRoot(Class<?> type) {
    return ResourceAnnotations.path(type) != null;
  }

  private static boolean hasLocatorsOnly(Class<?> type) {
    return ResourceAnnotations.methods(type)
        .allMatch(method -> ResourceAnnotations.httpMethod(type, method) == null);
  }

  @Override
  public Stream<Method> unfiltered(Class<?> type) {
    return ResourceAnnotations.methods(type)
        .filter(method -> rules.of(type, method).restricts())
        .filter(method -> ResourceAnnotations.httpMethod(type, method) == null)
        .filter(method -> !isRoot(type) || ResourceAnnotations.path(type, method) == null);
  }

  @Override
  public Collection<Class<?>> unasked() {
    return found.stream()
        .filter(type -> !isActive() || !hasLocatorsOnly(type))
        .filter(type -> !isExtendedBy(asked, type))
        .filter(this::isRestricted)
        .toList();
  }

  private boolean isRestricted(Class<?> type) {
    return ResourceAnnotations.methods(type)
        .filter(method -> ResourceAnnotations.isOfResource(type, method))
        .anyMatch(method -> rules.ofResource(type, method).restricts());
  }
}
