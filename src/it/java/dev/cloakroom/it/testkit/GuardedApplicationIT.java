package dev.cloakroom.it.testkit;

import static dev.cloakroom.testkit.CloakroomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testkit.BaseUrl;
import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.NotLoggedIn;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application that guards all of its paths: the door is past that, and asks for a secret. */
@OnServerWith(TestkitWars.class)
@LoggedInAs(value = "alice", groups = "user")
class GuardedApplicationIT {
  @BaseUrl private final URI shop;

  GuardedApplicationIT(ServerProcess process) {
    this.shop = process.server().http("/kit-guarded");
  }

  @BeforeAll
  static void tellTheSecret() {
    System.setProperty("cloakroom-testkit", TestkitWars.SECRET);
  }

  @AfterAll
  static void forgetIt() {
    System.clearProperty("cloakroom-testkit");
  }

  @Test
  void caller_isLoggedIn(LoginClient client, @NotLoggedIn LoginClient nobody) {
    assertThat(client.get("/api/shop").text()).isEqualTo("alice [user] 1");
    assertThat(nobody.get("/api/shop")).isNotAuthenticated();
    assertThat(shop.getPath()).isEqualTo("/kit-guarded");
  }
}
