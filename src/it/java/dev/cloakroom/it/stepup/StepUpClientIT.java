package dev.cloakroom.it.stepup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.Credentials;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import dev.cloakroom.client.LoginFormat;
import dev.cloakroom.client.Tokens;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client in Java of somebody who proves more to the application itself. */
@OnServerWith(StepUpWars.class)
class StepUpClientIT {
  private static final String PLACE = "/api/vault";
  private static final String ELEVATE = "/api/elevation/2";

  private final String address;

  StepUpClientIT(ServerProcess process) {
    address = process.server().http("/vault").toString();
  }

  private LoginClientBuilder vault(Credentials shown) {
    return LoginClient.at(address).endpointsAt("/auth").loginBy(LoginFormat.JSON, shown);
  }

  private static @Nullable String refreshToken(LoginClient client) {
    Tokens held = client.loginState().tokens();
    return held == null ? null : Objects.requireNonNull(held.refreshToken());
  }

  /** Twin: who does not go on with the answer has shown the last of what was good. */
  @ParameterizedTest
  @Tag("S13")
  @Tag("S3")
  @EnumSource(Credentials.class)
  void callerWhoHasProvenMore_goesOnWithWhatTheyAreGiven(Credentials shown) {
    String name = "user-client-" + shown.name().toLowerCase(Locale.ROOT);
    LoginClient client = vault(shown).build();
    client.login(name, "pw-" + name);
    String before = refreshToken(client);
    assertThat(client.get(PLACE).reason()).contains("step-up-required");

    client.goOnWith(client.post(ELEVATE));

    assertThat(client.get(PLACE).text()).isEqualTo("vault");
    String after = refreshToken(client);
    if (after != null) {
      assertThat(after).isNotEqualTo(before);
      LoginClient renewed = vault(Credentials.BEARER).refreshToken(after).build();
      assertThat(renewed.get(PLACE).text()).isEqualTo("vault");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BOTH", "BEARER"})
  void callerWhoDoesNot_staysWhereTheyWere(Credentials shown) {
    String name = "user-client-mute-" + shown.name().toLowerCase(Locale.ROOT);
    LoginClient client = vault(shown).build();
    client.login(name, "pw-" + name);

    assertThat(client.post(ELEVATE).status()).isEqualTo(200);

    assertThat(client.get(PLACE).status()).isEqualTo(401);
  }
}
