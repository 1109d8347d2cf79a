package dev.cloakroom.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.Body;
import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.Credentials;
import dev.cloakroom.client.Exchange;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that ask a client for more: a CSRF token, or a new access token each second. */
@OnServerWith(ClientWars.class)
class AskedClientIT {
  private static final Await LIMIT = Await.atMost(Duration.ofSeconds(30));

  private final ServerProcess process;
  private final Queue<Exchange> traced = new ConcurrentLinkedQueue<>();

  AskedClientIT(ServerProcess process) {
    this.process = process;
  }

  private LoginClientBuilder at(String application) {
    return LoginClient.at(process.server().http("/" + application).toString())
        .endpointsAt("/auth")
        .trace(traced::add);
  }

  private long asked(String endpoint) {
    return traced.stream()
        .filter(exchange -> exchange.request().address().endsWith("/auth/" + endpoint))
        .count();
  }

  @ParameterizedTest
  @Tag("X1")
  @EnumSource(Credentials.class)
  void csrfToken_isSentWhereItIsAskedFor(Credentials shown) {
    LoginClient client = at("client-csrf").show(shown).build();
    client.login("user-csrf", "pw-user-csrf");

    for (String text : new String[] {"{}", "[]"}) {
      ClientResponse answer = client.post("/rest/notes", Body.json(text));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("user-csrf: " + text);
    }

    assertThat(asked("csrf")).isEqualTo(shown == Credentials.COOKIE ? 2 : 1);
    assertThat(client.logout().isLoggedIn()).isFalse();
  }

  @Test
  @Tag("R1")
  void shortToken_isRenewedAgainAndAgain_andNeverReused() throws Exception {
    LoginClient client = at("client-brief").show(Credentials.BEARER).build();
    client.login("user-brief", "pw-user-brief");

    LIMIT.until(
        () -> {
          ClientResponse answer = client.post("/rest/notes", Body.json("{}"));
          assertThat(answer.text()).isEqualTo("user-brief: {}");
          return asked("refresh") >= 3;
        });

    assertThat(client.logout().isLoggedIn()).isFalse();
  }
}
