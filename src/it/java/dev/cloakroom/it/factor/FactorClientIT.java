package dev.cloakroom.it.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.Credentials;
import dev.cloakroom.client.FactorProof;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import dev.cloakroom.client.LoginFormat;
import dev.cloakroom.client.NeededFactor;
import dev.cloakroom.client.RefusedException;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client in Java of somebody who has a second factor. */
@OnServerWith(FactorWars.class)
class FactorClientIT {
  private static final String SAFE = "/api/safe/level";

  private final String address;

  FactorClientIT(ServerProcess process) {
    address = process.server().http("/factors").toString();
  }

  private LoginClientBuilder factors() {
    return LoginClient.at(address).endpointsAt("/auth");
  }

  private static FactorProof proof(NeededFactor needed, int more) {
    long number = Long.parseLong(Objects.requireNonNull(needed.challenges().get("number")));
    return new FactorProof(needed.methods().get(0), Long.toString(number + more));
  }

  @ParameterizedTest
  @EnumSource(LoginFormat.class)
  void login_asksForTheFactor_andIsComplete(LoginFormat format) {
    LoginClient client =
        factors()
            .loginBy(format, Credentials.BOTH)
            .secondFactor(needed -> proof(needed, 1))
            .build();

    assertThat(client.login("user-factor-java", "pw-user-factor-java").callerName())
        .contains("user-factor-java");
    assertThat(client.get(SAFE).text()).isEqualTo("safe");
  }

  @Test
  void wrongAnswer_andNobodyToAsk_areRefusals() {
    String name = "user-factor-java-refused";
    LoginClient wrong = factors().secondFactor(needed -> proof(needed, 2)).build();
    LoginClient mute = factors().build();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> wrong.login(name, "pw-" + name))
        .satisfies(refused -> assertThat(refused.reason()).contains("factor-refused"));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> mute.login(name, "pw-" + name))
        .satisfies(refused -> assertThat(refused.reason()).contains("factor-required"));
    assertThat(wrong.get(SAFE).status()).isEqualTo(401);
  }
}
