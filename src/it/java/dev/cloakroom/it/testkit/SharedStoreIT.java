package dev.cloakroom.it.testkit;

import static dev.cloakroom.testkit.CloakroomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testkit.BaseUrl;
import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.Login;
import dev.cloakroom.testkit.NotLoggedIn;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An application whose store others may have: no time passes there, and nothing is emptied. */
@OnServerWith(TestkitWars.class)
@LoggedInAs(value = "alice", groups = "user")
class SharedStoreIT {
  @BaseUrl private final URI shop;

  SharedStoreIT(ServerProcess process) {
    this.shop = process.server().http("/kit-shared");
  }

  @Test
  void time_doesNotElapse(LoginClient client) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Login.elapse(Duration.ofDays(91)))
        .withMessageContaining("cloakroom.store=memory");

    assertThat(client.get("/api/shop").text()).isEqualTo("alice [user] 1");
    assertThat(client.get("/api/shop/address")).isOk();
  }

  /** The same where the store is the application's own is a test of {@link LoggedInByKitIT}. */
  @Test
  @NotLoggedIn
  void door_saysWhy() {
    ClientResponse answer =
        LoginClient.of(shop.toString()).post("/cloakroom-testkit/elapse?by=PT1M");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.reason()).contains("testkit");
  }

  @Test
  void reset_endsNoLogin(LoginClient client) {
    assertThat(client.post("/cloakroom-testkit/reset").json()).containsEntry("emptied", false);

    assertThat(client.get("/api/shop")).isOk();
  }
}
