package dev.cloakroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.AccessDeniedException;
import dev.cloakroom.access.RuledBeans.Api;
import dev.cloakroom.access.RuledBeans.Callable;
import dev.cloakroom.access.RuledBeans.Caller;
import dev.cloakroom.access.RuledBeans.Cleaner;
import dev.cloakroom.access.RuledBeans.Heir;
import dev.cloakroom.access.RuledBeans.Implementing;
import dev.cloakroom.access.RuledBeans.InjectedFactory;
import dev.cloakroom.access.RuledBeans.Made;
import dev.cloakroom.access.RuledBeans.Numbered;
import dev.cloakroom.access.RuledBeans.Other;
import dev.cloakroom.access.RuledBeans.Plain;
import dev.cloakroom.access.RuledBeans.Resource;
import dev.cloakroom.access.RuledBeans.Sealed;
import dev.cloakroom.access.RuledBeans.Superclass;
import dev.cloakroom.access.RuledBeans.Unproxyable;
import dev.cloakroom.access.RuledBeans.Wiper;
import dev.cloakroom.access.RuledBeans.Workshop;
import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beans of a real container, whichever way they come to be, and a caller with some roles. */
@Tag("G7")
class BeanGuardTest {
  private final Set<String> roles = new HashSet<>();
  private final AccessExtension extension =
      new AccessExtension(
          new CallGuard(
              new AccessRules(RuleSearch.WITH_INHERITED, AccessRule.EVERYBODY),
              new Somebody("alice", roles)));
  private final SeContainer container =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addBeanClasses(
              AccessInterceptor.class,
              Plain.class,
              Implementing.class,
              Heir.class,
              Resource.class,
              Unproxyable.class,
              Caller.class,
              Workshop.class,
              InjectedFactory.class)
          .addExtensions(extension)
          .initialize();

  @AfterEach
  void stop() {
    container.close();
  }

  private void assertGuarded(Supplier<String> call, String answer) {
    roles.clear();
    assertThatThrownBy(call::get).isInstanceOf(AccessDeniedException.class);
    roles.add("user");
    assertThat(call.get()).isEqualTo(answer);
  }

  private <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  @Test
  void methodsOfABean_areGuardedUnlessOpen() {
    assertGuarded(bean(Plain.class)::guarded, "guarded");
    roles.clear();
    assertThat(bean(Plain.class).open()).isEqualTo("open");
  }

  @Test
  void ruleOfAnInterface_holds() {
    assertGuarded(bean(Implementing.class)::guarded, "by its interface");
  }

  @Test
  void ruleOfAMethodThatIsWrittenAnew_holds() {
    roles.add("user");
    assertThatThrownBy(bean(Heir.class)::closed)
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage("Heir.closed is for nobody.");
  }

  @Test
  void resourceThatAnotherBeanCalls_isGuarded() {
    container
        .getBeanManager()
        .createInstance()
        .select(RequestContextController.class)
        .get()
        .activate();

    assertGuarded(() -> bean(Caller.class).resource.guarded(), "a resource");
  }

  @Test
  void whatAProducerMakes_isGuardedByItsClass() {
    assertGuarded(bean(Made.class)::guarded, "made");
    roles.clear();
    assertThat(bean(Other.class).guarded()).isEqualTo("of no rule");
    assertGuarded(bean(Callable.class)::call, "guarded");
  }

  /** A final class, a lambda, and a proxy of the application's own. */
  @ParameterizedTest
  @ValueSource(classes = {Sealed.class, Wiper.class, Cleaner.class})
  void whatAProducerMakesAndNobodyCanGuard_isNotHandedOut(Class<?> type) {
    roles.add("user");
    assertThatThrownBy(() -> bean(type)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void guardedClasses_areKnown() {
    GuardedTypes guarded = extension.guarded();

    assertThat(guarded.isIntercepted(Plain.class)).isTrue();
    assertThat(guarded.isIntercepted(Workshop.class)).isFalse();
    assertThat(guarded.cover(Api.class)).isTrue();
    assertThat(guarded.cover(Superclass.class)).isTrue();
    assertThat(guarded.cover(Made.class)).isTrue();
    assertThat(guarded.cover(Unknown.class)).isFalse();
  }

  @Dependent
  static class CallerOfUnproxyable {
    @Inject Unproxyable resource;
  }

  @Dependent
  static class SeekerOfUnproxyable {
    @Inject Instance<Unproxyable> resource;
  }

  @Dependent
  static class CallerOfItsInterface {
    @Inject Numbered resource;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {CallerOfUnproxyable.class, SeekerOfUnproxyable.class, CallerOfItsInterface.class})
  void resourceThatCannotBeIntercepted_isNotInjected(Class<?> caller) {
    SeContainerInitializer application =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(AccessInterceptor.class, Unproxyable.class, caller)
            .addExtensions(new AccessExtension());

    assertThatThrownBy(application::initialize)
        .hasMessageContaining(Unproxyable.class.getName() + ".guarded")
        .hasMessageContaining("final");
  }

  /** Writes a class anew, without what others have added to it. */
  private static final class Rewriting implements Extension {
    @SuppressWarnings("UnusedMethod") // the container calls it
    void rewrite(
        @Observes @Priority(Integer.MAX_VALUE) ProcessAnnotatedType<Plain> found,
        BeanManager container) {
      found.setAnnotatedType(container.createAnnotatedType(Plain.class));
    }
  }

  @Test
  void classThatAnotherExtensionWritesAnew_isNotKnownToBeGuarded() {
    AccessExtension alone = new AccessExtension();
    SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(AccessInterceptor.class, Plain.class)
        .addExtensions(alone, new Rewriting())
        .initialize()
        .close();

    assertThat(alone.guarded().cover(Plain.class)).isFalse();
  }

  /** Is no bean. */
  static class Unknown {
    @RolesAllowed("user")
    public void guarded() {}
  }

  @Test
  void withoutTheInterceptor_nothingIsGuarded() {
    AccessExtension alone = new AccessExtension();
    try (SeContainer bare =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Plain.class, Workshop.class)
            .addExtensions(alone)
            .initialize()) {
      assertThat(bare.isRunning()).isTrue();
    }

    assertThat(alone.guarded().cover(Plain.class)).isFalse();
    assertThat(alone.guarded().cover(Made.class)).isFalse();
  }
}
