package dev.cloakroom.rest;

import dev.cloakroom.access.AccessRule;
import dev.cloakroom.access.AccessRules;
import dev.cloakroom.access.Caller;
import dev.cloakroom.access.DeclaredRule;
import dev.cloakroom.access.Lineage;
import dev.cloakroom.guarantee.ResourceGuard;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an application's Jakarta REST resources: the classes that were found when it was
 * deployed, and those that its REST servers have asked us about, which they do for each method that
 * they may call. Safe for use by several threads.
 */
public final class GuardedResources implements ResourceGuard {
  private final AccessRules rules;
  private final Caller caller;
  private final Set<Class<?>> found = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> asked = ConcurrentHashMap.newKeySet();
  private final Set<ResourceLocator> locators = ConcurrentHashMap.newKeySet();
  private final Map<Class<?>, LowerLocators> lowerLocators = new ConcurrentHashMap<>();
  private final Set<RestServer> servers = ConcurrentHashMap.newKeySet();
  private volatile int wanted;

  /**
   * Nothing is known yet.
   *
   * @param caller the caller that the container knows, whoever asks
   */
  public GuardedResources(AccessRules rules, Caller caller) {
    this.rules = rules;
    this.caller = caller;
  }

  /** Lets those through whom a rule admits. */
  AccessFilter filter(AccessRule rule) {
    return new AccessFilter(rule, caller);
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
    wanted = servers;
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
      locators.add(new ResourceLocator(path, filter(rule)));
    }
  }

  /** A REST server of the application takes our filters in; one that does so twice is one. */
  RestServer activate(FeatureContext context) {
    RestServer known = RestServer.of(context.getConfiguration());
    if (known != null) {
      return known;
    }
    RestServer server = new RestServer();
    server.mark(context);
    servers.add(server);
    return server;
  }

  /** A server wants to know what stands before a method; null if it cannot be told which. */
  void ask(@Nullable RestServer server, Class<?> type, Method method) {
    Class<?> written = Lineage.written(type);
    asked.add(written);
    if (ResourceAnnotations.path(written) != null) {
      add(written);
    }
    if (server != null) {
      server.answers(type, method);
    }
  }

  /** The locators of the class of an object that a locator gave. */
  LowerLocators lowerLocators(Class<?> made) {
    Class<?> written = Lineage.written(made);
    LowerLocators known = lowerLocators.get(written);
    return known == null ? lowerLocators.computeIfAbsent(written, this::findLowerLocators) : known;
  }

  private LowerLocators findLowerLocators(Class<?> type) {
    return new LowerLocators(
        ResourceAnnotations.methods(type)
            .filter(method -> ResourceAnnotations.isLocator(type, method))
            .map(method -> lowerLocator(type, method))
            .toList());
  }

  private LowerLocators.Locator lowerLocator(Class<?> type, Method method) {
    AccessRule rule = rules.ofResource(type, method);
    UriPattern pattern =
        UriPattern.of(Objects.requireNonNull(ResourceAnnotations.path(type, method)));
    return new LowerLocators.Locator(method, pattern, rule.restricts() ? filter(rule) : null);
  }

  /** The locators that not everybody may pass. */
  Collection<ResourceLocator> locators() {
    return locators;
  }

  /** Or is extended or implemented by one: an interface may leave all of that to its classes. */
  @Override
  public boolean isResource(Class<?> type) {
    return ResourceAnnotations.isResource(type) || isExtendedBy(found, type);
  }

  /** Not, where another server may serve it past our filters. */
  @Override
  public boolean cover(Class<?> type) {
    return isActiveEverywhere()
        && (isExtendedBy(asked, type) || !isRoot(type) || hasLocatorsOnly(type));
  }

  @Override
  public boolean isActiveEverywhere() {
    return !servers.isEmpty() && servers.size() >= wanted;
  }

  /**
   * Whether as many servers as these have taken our filters in: of one application that several
   * servlets serve, another may not have yet.
   */
  boolean isActiveIn(int restServers) {
    return isActiveEverywhere() && servers.size() >= restServers;
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
        .filter(method -> ResourceAnnotations.httpMethod(type, method) == null)
        .filter(method -> isUnfiltered(type, method));
  }

  /** A rule of the class is meant for requests: no other method of it needs one of its own. */
  private boolean isUnfiltered(Class<?> type, Method method) {
    return ResourceAnnotations.path(type, method) == null
        ? Lineage.declarations(type, method).anyMatch(DeclaredRule::restricts)
        : !isRoot(type) && rules.of(type, method).restricts();
  }

  @Override
  public Collection<Class<?>> unasked() {
    return found.stream()
        .filter(type -> !isActiveEverywhere() || isUnasked(type))
        .filter(this::isRestricted)
        .toList();
  }

  private boolean isUnasked(Class<?> type) {
    return !hasLocatorsOnly(type) && !isExtendedBy(asked, type);
  }

  private boolean isRestricted(Class<?> type) {
    return ResourceAnnotations.methods(type)
        .filter(method -> ResourceAnnotations.isOfResource(type, method))
        .anyMatch(method -> rules.ofResource(type, method).restricts());
  }
}
