package dev.cloakroom.it.testkit;

import static dev.cloakroom.testkit.CloakroomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.Login;
import dev.cloakroom.testkit.NotLoggedIn;
import java.net.URL;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests as they are written where Arquillian deploys, run by {@link ArquillianIT}. */
abstract class ByArquillian {

  /** The kit has its turn before Arquillian, which has not given the address yet. */
  @LoggedInAs(value = "alice", groups = "user")
  @ExtendWith(ArquillianExtension.class)
  static class KitFirst extends ByArquillian {
    @Deployment(testable = false)
    public static WebArchive shop() {
      return TestkitWars.tested("kit-first.war").archive();
    }
  }

  /** The kit has its turn after Arquillian. */
  @ExtendWith(ArquillianExtension.class)
  @LoggedInAs(value = "alice", groups = "user")
  static class KitLast extends ByArquillian {
    @Deployment(testable = false)
    public static WebArchive shop() {
      return TestkitWars.tested("kit-last.war").archive();
    }
  }

  @ArquillianResource @Nullable URL shop;

  private String before = "";

  @BeforeEach
  void begin(LoginClient client) {
    before = client.get("/api/shop").text();
  }

  @Test
  void caller_isLoggedIn(LoginClient client) {
    assertThat(client.get("/api/shop").text()).isEqualTo("alice [user] 1").isEqualTo(before);
    assertThat(client.get("/api/shop/orders")).isForbidden();
    assertThat(shop).hasNoQuery();
  }

  @Test
  @LoggedInAs(value = "bob", groups = "clerk")
  void caller_isThatOfTheTest(LoginClient bob, @NotLoggedIn LoginClient nobody) {
    assertThat(bob.get("/api/shop/orders")).isOk();
    assertThat(nobody.get("/api/shop")).isNotAuthenticated();
  }

  @Test
  void time_elapses_andEachTestIsTheFirst(LoginClient client) {
    assertThat(client.get("/api/shop/logins").text()).isEqualTo("2");
    Login.elapse(Duration.ofDays(91));

    assertThat(client.get("/api/shop")).isNotAuthenticated();
  }
}
