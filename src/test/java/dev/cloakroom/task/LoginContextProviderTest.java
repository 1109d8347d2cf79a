package dev.cloakroom.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.access.Caller;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks as a server runs them: taken down in one place, begun and ended in another. */
class LoginContextProviderTest {
  private final TestApplication app = new TestApplication();
  private final FakeRequest request = FakeRequest.get("/page");
  private final CurrentLogin current = new CurrentLogin(request);
  private final Set<String> roles = new HashSet<>(Set.of("user"));
  private boolean rolesWereAsked;
  private final ThreadContextProvider provider = new LoginContextProvider();
  private final SeContainer container =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addBeanClasses(LoginContextProviderTest.class)
          .addExtensions(new Parts())
          .initialize();

  /** What the composition root adds. */
  private final class Parts implements Extension {
    @SuppressWarnings("UnusedMethod") // the container calls it
    void add(@Observes AfterBeanDiscovery discovery) {
      discovery
          .<TaskLogins>addBean()
          .types(TaskLogins.class)
          .scope(Singleton.class)
          .createWith(
              creation ->
                  new TaskLogins(
                      current,
                      new RolesOfTheRequest(),
                      LoginContextProviderTest.this::declaredRoles));
    }
  }

  private Set<String> declaredRoles() {
    rolesWereAsked = true;
    return Set.of("user", "admin");
  }

  private final class RolesOfTheRequest implements Caller {
    @Override
    public boolean isAnonymous() {
      return false;
    }

    @Override
    public boolean isInRole(String role) {
      return roles.contains(role);
    }
  }

  @AfterEach
  void stop() {
    if (container.isRunning()) {
      container.close();
    }
    assertThat(TaskLogin.current()).as("left on the thread").isNull();
  }

  private OpenedSession request(String callerName) {
    OpenedSession opened = app.browserLogin(callerName);
    new RequestLogin.ByTicket(opened.session(), opened.ticket())
        .establish(request, new FakeResponse());
    return opened;
  }

  private ThreadContextSnapshot taken() {
    return provider.currentContext(Map.of());
  }

  private @Nullable String callerName() {
    RequestLogin login = current.find();
    return login == null ? null : login.session().callerName();
  }

  private static TaskLogin task() {
    return Objects.requireNonNull(TaskLogin.current());
  }

  private static void in(ThreadContextSnapshot snapshot, Runnable task) {
    ThreadContextRestorer restorer = snapshot.begin();
    try {
      task.run();
    } finally {
      restorer.endContext();
    }
  }

  @Test
  void provider_isFoundAsAService() {
    assertThat(ServiceLoader.load(ThreadContextProvider.class))
        .hasAtLeastOneElementOfType(LoginContextProvider.class);
    assertThat(provider.getThreadContextType()).isEqualTo("dev.cloakroom.Login");
  }

  @Test
  void task_hasTheCallerAndTheRolesOfTheMomentOfItsHandover() {
    request("alice");
    ThreadContextSnapshot taken = taken();
    RequestLogin.forget(request);
    roles.add("admin");

    in(
        taken,
        () -> {
          assertThat(callerName()).isEqualTo("alice");
          assertThat(task().isAnonymous()).isFalse();
          assertThat(task().isInRole("user")).isTrue();
          assertThat(task().isInRole("admin")).isFalse();
        });
    assertThat(callerName()).isNull();
  }

  @Test
  void task_ofNobody_isNobodys_whoeverRunsIt() {
    ThreadContextSnapshot taken = taken();
    request("alice");

    in(
        taken,
        () -> {
          assertThat(callerName()).isNull();
          assertThat(current.ofRequest()).isNull();
          assertThat(task().isAnonymous()).isTrue();
          assertThat(task().isInRole("user")).isFalse();
        });
    assertThat(callerName()).isEqualTo("alice");
  }

  @Test
  void clearedContext_isNobodys() {
    request("alice");

    in(provider.clearedContext(Map.of()), () -> assertThat(callerName()).isNull());
  }

  @Test
  void task_withinATask_isItsOwnCallers_andThenTheOthersAgain() {
    request("alice");
    ThreadContextSnapshot ofAlice = taken();
    request("bob");
    ThreadContextSnapshot ofBob = taken();

    in(
        ofAlice,
        () -> {
          in(ofBob, () -> assertThat(callerName()).isEqualTo("bob"));
          assertThat(callerName()).isEqualTo("alice");
          ThreadContextSnapshot handedOn = taken();
          in(ofBob, () -> in(handedOn, () -> assertThat(callerName()).isEqualTo("alice")));
        });
  }

  @Test
  @Tag("S7")
  void login_thatEndsBeforeOrInATask_isNobodysFromThenOn() {
    OpenedSession opened = request("alice");
    ThreadContextSnapshot taken = taken();

    in(
        taken,
        () -> {
          assertThat(task().isInRole("user")).isTrue();
          app.ender.end(opened.session().id(), EndReason.ENDED_BY_ADMINISTRATOR);
          assertThat(callerName()).isNull();
          assertThat(task().isInRole("user")).isFalse();
          assertThat(task().isAnonymous()).isTrue();
        });
    in(taken, () -> assertThat(callerName()).isNull());
  }

  @Test
  void login_thatRunsOut_isNobodys_andTasksDoNotProlongIt() {
    request("alice");
    ThreadContextSnapshot taken = taken();

    app.clock.advance(app.settings.session().idleTimeout().dividedBy(2));
    in(taken, () -> assertThat(callerName()).isEqualTo("alice"));
    app.clock.advance(app.settings.session().idleTimeout().dividedBy(2));

    in(taken, () -> assertThat(callerName()).isNull());
  }

  @Test
  @Tag("G7")
  void storeThatFails_isSaid_andOpensNothing() {
    request("alice");
    ThreadContextSnapshot taken = taken();

    in(
        taken,
        () -> {
          app.store.breakDown();
          assertThatThrownBy(() -> task().isInRole("user"))
              .isInstanceOf(StoreUnavailableException.class);
        });
  }

  @Test
  void withoutAnApplication_aTaskIsNobodys() {
    request("alice");
    container.close();

    in(taken(), () -> assertThat(callerName()).isNull());
  }

  /** Servers hand tasks over while an application has not started yet, which would be too early. */
  @Test
  void currentContext_ofNobody_asksForNothingOfTheApplication() {
    provider.currentContext(Map.of());
    assertThat(rolesWereAsked).isFalse();

    request("alice");
    provider.currentContext(Map.of());
    assertThat(rolesWereAsked).isTrue();
  }
}
