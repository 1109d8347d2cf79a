package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.Stub;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessExtensionTest {
  private final AccessExtension extension = new AccessExtension();
  private final Set<String> bound = new TreeSet<>();

  /** Beans as an application writes them. */
  @RolesAllowed("user")
  static class Guarded {
    public void plain() {}

    @PermitAll
    public void open() {}

    static void constant() {}

    @SuppressWarnings("UnusedMethod")
    private void inner() {}
  }

  static class Inheriting extends Guarded {}

  static class Bare {
    public void plain() {}

    @DenyAll
    void closed() {}
  }

  static class Open {
    public void plain() {}
  }

  @Path("resource")
  @RolesAllowed("user")
  static class Resource {
    public void plain() {}
  }

  @Stateless
  @RolesAllowed("user")
  static class EnterpriseBean {
    public void plain() {}
  }

  @RolesAllowed("user")
  interface Described {
    void plain();
  }

  private Set<String> boundOf(Class<?> type) {
    bound.clear();
    extension.guard(found(type));
    return bound;
  }

  @SuppressWarnings("unchecked") // a stub of a generic type
  private <T> ProcessAnnotatedType<T> found(Class<T> type) {
    Set<AnnotatedMethod<?>> methods =
        Stream.concat(methods(type), methods(type.getSuperclass()))
            .collect(Collectors.toCollection(AccessExtensionTest::byIdentity));
    AnnotatedType<T> annotated =
        Stub.of(
            AnnotatedType.class,
            Map.of("getJavaClass", unused -> type, "getMethods", unused -> methods));
    AnnotatedTypeConfigurator<T> configurator =
        Stub.of(
            AnnotatedTypeConfigurator.class,
            Map.of("filterMethods", asked -> configurators(methods, (Predicate<Object>) asked[0])));
    return Stub.of(
        ProcessAnnotatedType.class,
        Map.of(
            "getAnnotatedType", unused -> annotated,
            "configureAnnotatedType", unused -> configurator));
  }

  /** Stubs have no other equality. */
  private static <E> Set<E> byIdentity() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static Stream<AnnotatedMethod<?>> methods(Class<?> type) {
    return type == null
        ? Stream.empty()
        : Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .map(AccessExtensionTest::method);
  }

  private static AnnotatedMethod<?> method(Method method) {
    return Stub.of(AnnotatedMethod.class, Map.of("getJavaMember", unused -> method));
  }

  private Stream<AnnotatedMethodConfigurator<?>> configurators(
      Set<AnnotatedMethod<?>> methods, Predicate<Object> wanted) {
    return methods.stream().filter(wanted).map(this::configurator);
  }

  private AnnotatedMethodConfigurator<?> configurator(AnnotatedMethod<?> method) {
    return Stub.of(
        AnnotatedMethodConfigurator.class,
        Map.of(
            "add",
            added -> {
              assertThat(added[0]).isInstanceOf(dev.cloakroom.access.Guarded.class);
              bound.add(method.getJavaMember().getName());
              return null;
            }));
  }

  @Test
  void guard_bean_bindsTheMethodsThatAreRestricted() {
    assertThat(boundOf(Guarded.class)).containsExactly("plain");
    assertThat(boundOf(Bare.class)).containsExactly("closed");
    assertThat(boundOf(Open.class)).isEmpty();
  }

  @Test
  void guard_inheritedMethod_isBoundToo() {
    assertThat(boundOf(Inheriting.class)).containsExactly("plain");
  }

  @Test
  void guard_whatItsOwnContainerGuards_isLeftToIt() {
    assertThat(boundOf(Resource.class)).isEmpty();
    assertThat(boundOf(EnterpriseBean.class)).isEmpty();
    assertThat(boundOf(Described.class)).isEmpty();
  }

  @Test
  void beanClass_ofTheContainersSubclass_isTheOneThatWasWritten() {
    class Made extends Inheriting {}
    boundOf(Inheriting.class);
    boundOf(Guarded.class);

    assertThat(extension.beanClass(Made.class)).isEqualTo(Inheriting.class);
    assertThat(extension.beanClass(Guarded.class)).isEqualTo(Guarded.class);
    assertThat(extension.beanClass(Open.class)).isEqualTo(Open.class);
  }
}
