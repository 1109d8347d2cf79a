package dev.cloakroom.guarantee;

import dev.cloakroom.access.ComponentKind;
import dev.cloakroom.access.DeclaredRule;
import dev.cloakroom.access.GuardedTypes;
import dev.cloakroom.access.RequiredProof;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says which rules of an application nobody is known to enforce: neither the filters of Jakarta
 * REST, nor the interceptor of beans, nor the container of Enterprise Beans. Safe for use by
 * several threads, as far as its parts are.
 */
public final class Guarantee {
  private static final String SERVLETS =
      "is made by the web container, where the annotation means nothing. Write"
          + " @ServletSecurity(@HttpConstraint(rolesAllowed = …)) at a servlet, or a"
          + " <security-constraint> in the web.xml.";
  private static final String PROOF =
      "asks for a proof where nothing stands before it: such a rule stands at the class of a servlet,"
          + " not at its methods, nor at filters, listeners and endpoints of WebSocket, and the"
          + " servlet must be one of @WebServlet or the web.xml.";
  private static final String UNREADABLE =
      "asks for a proof that there is not. @AuthenticationLevel is 1 to 9, and @Fresh(within) an"
          + " ISO-8601 duration from PT1S to P1D, such as PT10M.";
  private static final String ANNOTATION =
      "is an annotation, whose own annotations nobody applies. Write the rule at the classes and"
          + " methods.";
  private static final String INTERCEPTOR =
      "is an interceptor or decorator, which nothing stands before. Write the rule at the bean.";
  private static final String TWICE =
      "has two of @RolesAllowed, @PermitAll and @DenyAll. Leave one of them.";
  private static final String INNER =
      "is private or static, so that nothing stands before it. Write the rule at a method that"
          + " other classes call on an object.";
  private static final String NOBODY =
      "is neither a bean nor a Jakarta REST resource nor an Enterprise Bean, so that nobody asks for"
          + " the role. Make it a bean, such as by @RequestScoped, and have it injected.";
  private static final String RESOURCE =
      "is a Jakarta REST class that no server has asked Cloakroom about, or not each that may serve"
          + " it. Have no Application set jakarta.ws.rs.loadServices to false, or name"
          + " dev.cloakroom.rest.AccessFeature in its getClasses(); have a servlet of Jakarta REST"
          + " start with the application, by <load-on-startup>; a class that is not served, make a"
          + " bean by @RequestScoped, or remove the rule.";
  private static final String UNFILTERED =
      "is no method that requests arrive at, or a locator below another, and its class is no bean, so"
          + " that nothing stands before it. Make the class a bean by @RequestScoped.";

  private final Collection<Class<?>> annotated;
  private final GuardedTypes beans;
  private final ResourceGuard resources;

  /**
   * What is to be found out.
   *
   * @param annotated the classes and interfaces in which a rule is written
   */
  public Guarantee(Collection<Class<?>> annotated, GuardedTypes beans, ResourceGuard resources) {
    this.annotated = List.copyOf(annotated);
    this.beans = beans;
    this.resources = resources;
  }

  /** What is wrong already before any REST server has started; in words, a line each. */
  public List<String> early() {
    return lines(
        Stream.of(
                at(DeclaredRule::isContradictory, TWICE),
                at(RequiredProof::isUnreadableAt, UNREADABLE),
                inner(),
                annotated(Class::isAnnotation, ANNOTATION),
                annotated(Guarantee::hasRolesOfServlet, SERVLETS),
                annotated(this::hasUnaskedProof, PROOF),
                annotated(this::hasUnheldProof, EnterpriseProofs.UNHELD),
                at(EnterpriseProofs::isUnreachedAt, EnterpriseProofs.UNREACHED),
                annotated(is(ComponentKind.INTERCEPTOR), INTERCEPTOR),
                annotated(this::isNobodys, NOBODY))
            .flatMap(each -> each));
  }

  /** What is wrong when all REST servers have started; in words, a line each. */
  public List<String> late() {
    return lines(
        Stream.of(
                annotated(this::isUnaskedResource, RESOURCE),
                annotated(this::isFiltersAlone)
                    .flatMap(resources::unfiltered)
                    .map(method -> Unguarded.method(method, UNFILTERED)),
                resources.unasked().stream()
                    .filter(type -> !isHeldElsewhere(type))
                    .map(type -> Unguarded.type(type, RESOURCE)))
            .flatMap(each -> each));
  }

  private static List<String> lines(Stream<Unguarded> problems) {
    return problems.map(Unguarded::toString).distinct().sorted().toList();
  }

  private Stream<Class<?>> annotated(Predicate<Class<?>> which) {
    return annotated.stream().filter(Guarantee::restricts).filter(which);
  }

  private Stream<Unguarded> annotated(Predicate<Class<?>> which, String why) {
    return annotated(which).map(type -> Unguarded.type(type, why));
  }

  private static boolean restricts(Class<?> type) {
    return elements(type).anyMatch(DeclaredRule::restricts);
  }

  private static Stream<AnnotatedElement> elements(Class<?> type) {
    return Stream.concat(Stream.of(type), methods(type));
  }

  /** No container can have a class whose methods cannot be read, for want of one that they name. */
  private static Stream<Method> methods(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods());
    } catch (LinkageError unreadable) {
      return Stream.empty();
    }
  }

  private Stream<Unguarded> at(Predicate<AnnotatedElement> which, String why) {
    return annotated.stream()
        .flatMap(Guarantee::elements)
        .filter(which)
        .map(element -> at(element, why));
  }

  private static boolean hasRolesOfServlet(Class<?> type) {
    return is(ComponentKind.WEB_COMPONENT).test(type) && hasRoles(type);
  }

  private static boolean hasRoles(Class<?> type) {
    return elements(type).anyMatch(DeclaredRule::restrictsRoles);
  }

  private boolean hasUnaskedProof(Class<?> type) {
    return is(ComponentKind.WEB_COMPONENT).test(type) && !isHeldByFilter(type) && hasProof(type);
  }

  private static boolean hasProof(Class<?> type) {
    return elements(type).anyMatch(RequiredProof::isWrittenAt);
  }

  private boolean hasUnheldProof(Class<?> type) {
    return hasProof(type) && EnterpriseProofs.isUnheld(type, beans);
  }

  /** Before a servlet stands what asks for the proof of its class, and for nothing else. */
  private boolean isHeldByFilter(Class<?> type) {
    return beans.isServed(type) && methods(type).noneMatch(RequiredProof::isWrittenAt);
  }

  private Stream<Unguarded> inner() {
    return annotated.stream()
        .flatMap(Guarantee::methods)
        .filter(method -> (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) != 0)
        .filter(DeclaredRule::restricts)
        .map(method -> Unguarded.method(method, INNER));
  }

  private static Unguarded at(AnnotatedElement element, String why) {
    return element instanceof Method method
        ? Unguarded.method(method, why)
        : Unguarded.type((Class<?>) element, why);
  }

  private static Predicate<Class<?>> is(ComponentKind kind) {
    return type -> ComponentKind.of(type) == kind;
  }

  private boolean isNobodys(Class<?> type) {
    boolean isServlets = isHeldByFilter(type) && !hasRoles(type);
    if (type.isAnnotation() || beans.cover(type) || isServlets) {
      return false;
    }
    return switch (ComponentKind.of(type)) {
      case WEB_COMPONENT, INTERCEPTOR -> false;
      case ENTERPRISE_BEAN -> !beans.isContained(type);
      case RESOURCE, PLAIN -> !resources.isResource(type);
    };
  }

  private boolean isUnaskedResource(Class<?> type) {
    return resources.isResource(type)
        && !type.isAnnotation()
        && !resources.cover(type)
        && !isHeldElsewhere(type);
  }

  /**
   * Where servers serve resources past our filters, that a bean of the class is guarded helps not.
   */
  private boolean isHeldElsewhere(Class<?> type) {
    return resources.isActiveEverywhere() && beans.cover(type);
  }

  private boolean isFiltersAlone(Class<?> type) {
    return resources.isResource(type) && !beans.cover(type);
  }
}
