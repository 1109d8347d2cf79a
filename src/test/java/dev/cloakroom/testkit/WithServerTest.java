package dev.cloakroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.LoginSession;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.testing.Await;
import dev.cloakroom.testing.Stub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.TestInstances;

/** What the kit asks of an application under test, which is played. */
class WithServerTest {
  private final PlayedApplications played = PlayedApplications.start();
  private final List<String> asked = played.asked();
  private final List<String> shown = played.shown();

  @AfterEach
  void stop() {
    played.stop();
  }

  private String address(String path) {
    return played.address(path);
  }

  /** Its address as Arquillian gives it. */
  @Nested
  class OfArquillian {
    @ArquillianResource private final URL shop = url();

    private URL url() {
      try {
        return URI.create(address("/shop/")).toURL();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    @Test
    @LoggedInAs(
        value = "alice",
        groups = {"admin", "a&b"},
        level = 2,
        fresh = false)
    void caller_isAskedFor_inAnApplicationAsNew(LoginClient client) {
      assertThat(client.loginState().callerName()).contains("alice");
      assertThat(asked)
          .startsWith("GET /shop/cloakroom-testkit", "POST /shop/cloakroom-testkit/reset")
          .last()
          .asString()
          .startsWith("POST /shop/cloakroom-testkit/login?")
          .contains("caller=alice", "groups=admin&groups=a%26b", "level=2", "fresh=false");
      assertThat(shop.getPath()).isEqualTo("/shop/");
    }

    @Test
    @LoggedInAs("alice")
    void logout_goesToTheEndpoints(LoginClient client) {
      client.logout();

      assertThat(asked).last().isEqualTo("POST /shop/auth/logout");
    }

    @Test
    @LoggedInAs("alice")
    void time_elapsesThere() {
      Login.elapse(Duration.ofMinutes(5));

      assertThat(asked).last().isEqualTo("POST /shop/cloakroom-testkit/elapse?by=PT5M");
    }

    @Test
    @LoggedInAs("alice")
    void parts_ofALoginWithoutServer_areRefused() {
      assertThatExceptionOfType(ParameterResolutionException.class)
          .isThrownBy(() -> Parameters.resolved(LoginSession.class))
          .withMessageContaining("no LoginSession");
      assertThatIllegalStateException()
          .isThrownBy(() -> Login.as(FakeLogin.of("bob"), () -> "done"));
      assertThat(shown).containsOnly("null");
    }

    /** Each empties the store: the other would be logged out. */
    @Test
    @NotLoggedIn
    void tests_ofOtherThreads_wait() throws Exception {
      TestedApplication mine = Objects.requireNonNull(CurrentTest.get().application());
      TestInstances instances =
          Stub.of(TestInstances.class, Map.of("getAllInstances", unused -> List.of(this)));
      ExtensionContext test =
          Stub.of(ExtensionContext.class, Map.of("getRequiredTestInstances", unused -> instances));
      TestedApplication others = TestedApplication.of(test).orElseThrow();
      Thread other =
          new Thread(
              () -> {
                others.begin();
                others.end();
              });
      other.start();
      assertThat(Await.atMost(Duration.ofSeconds(60)).until(() -> isHeldUp(other))).isTrue();

      mine.end();
      other.join();
      mine.begin();
    }

    private static boolean isHeldUp(Thread thread) {
      return LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer;
    }

    @Test
    @LoggedInAs(value = "alice", password = "123")
    void password_isForTheApplication(LoginClient client) {
      assertThat(client.loginState().isLoggedIn()).isTrue();
      assertThat(asked).last().isEqualTo("POST /shop/auth/login");
    }
  }

  /** One whose store others have, too. */
  @Nested
  class WithSharedStore {
    @BaseUrl private final String shop = address("/shared");

    @Test
    @NotLoggedIn
    void time_doesNotElapse() {
      Instant before = Login.now();
      assertThatIllegalStateException()
          .isThrownBy(() -> Login.elapse(Duration.ofDays(1)))
          .withMessageContaining("Others have this store.");
      assertThat(Login.now()).isBefore(before.plusSeconds(60));
      assertThat(shop).endsWith("/shared");
    }
  }

  /** One without the kit that has a page for each path. */
  @Nested
  class WithPages {
    @BaseUrl private final String shop = address("/pages");

    @Test
    @LoggedInAs(value = "alice", password = "123")
    void page_isNoDoor(LoginClient client) {
      assertThat(client.loginState().isLoggedIn()).isTrue();
      assertThat(asked).last().isEqualTo("POST /pages/login");
      assertThat(shop).endsWith("/pages");
    }
  }

  /** One whose door asks for a secret. */
  @Nested
  class WithSecret {
    private static final String SECRET = "0123456789abcdef";

    @BaseUrl private final String shop = address("/shop");

    @BeforeAll
    static void set() {
      System.setProperty("cloakroom-testkit", SECRET);
    }

    @AfterAll
    static void unset() {
      System.clearProperty("cloakroom-testkit");
    }

    @Test
    @LoggedInAs("alice")
    void secret_isShown(LoginClient client) {
      Login.elapse(Duration.ofMinutes(1));

      assertThat(client.loginState().isLoggedIn()).isTrue();
      assertThat(shown).hasSize(4).containsOnly(SECRET);
      assertThat(shop).endsWith("/shop");
    }
  }

  /** An application without the kit. */
  @Nested
  class WithoutKit {
    @BaseUrl private final String shop = address("/nothing");

    @Test
    @NotLoggedIn
    void time_cannotElapse(LoginClient client) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Login.elapse(Duration.ofMinutes(5)))
          .withMessageContaining(shop)
          .withMessageContaining("cloakroom-testkit=on");
      assertThat(client.loginState().isLoggedIn()).isFalse();
    }
  }
}
