package dev.cloakroom.it.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.Body;
import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.client.Credentials;
import dev.cloakroom.client.FactorProof;
import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.LoginClientBuilder;
import dev.cloakroom.client.LoginFormat;
import dev.cloakroom.client.LoginState;
import dev.cloakroom.client.NeededFactor;
import dev.cloakroom.client.RefusedException;
import dev.cloakroom.client.Tokens;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client in Java of somebody who has a second factor. */
@OnServerWith(FactorWars.class)
class FactorClientIT {
  private static final String SAFE = "/api/safe/level";

  private static final String FACTOR = "/auth/login/factor";

  private final String address;
  private final String asked;

  FactorClientIT(ServerProcess process) {
    address = process.server().http("/factors").toString();
    asked = process.server().http("/factors-asked").toString();
  }

  private LoginClientBuilder factors() {
    return LoginClient.at(address).endpointsAt("/auth").secondFactor(needed -> proof(needed, 1));
  }

  private static FactorProof proof(NeededFactor needed, int more) {
    long number = Long.parseLong(Objects.requireNonNull(needed.challenges().get("number")));
    return new FactorProof(needed.methods().get(0), Long.toString(number + more));
  }

  @ParameterizedTest
  @EnumSource(LoginFormat.class)
  void login_asksForTheFactor_andIsComplete(LoginFormat format) {
    LoginClient client = factors().loginBy(format, Credentials.BOTH).build();

    assertThat(client.login("user-factor-java", "pw-user-factor-java").callerName())
        .contains("user-factor-java");
    assertThat(client.get(SAFE).text()).isEqualTo("safe");
  }

  /** Each of its requests brings what the answers before it have set. */
  @Test
  @Tag("X1")
  void loginByCookieAlone_thatAsksForCsrfTokens_isComplete() {
    String name = "user-factor-java-asked";
    LoginClient client =
        LoginClient.at(asked).endpointsAt("/auth").secondFactor(needed -> proof(needed, 1)).build();

    LoginState state = client.login(name, "pw-" + name);

    assertThat(state.callerName()).contains(name);
    assertThat(state.tokens()).isNull();
    assertThat(client.get(SAFE).text()).isEqualTo("safe");
    assertThat(client.logout().isLoggedIn()).isFalse();
  }

  @ParameterizedTest
  @Tag("S13")
  @EnumSource(Credentials.class)
  void factorThatIsProvenOnceMore_leavesAClientThatGoesOn(Credentials shown) {
    String name = "user-factor-java-more-" + shown.name().toLowerCase(Locale.ROOT);
    LoginClient client = factors().loginBy(LoginFormat.JSON, shown).build();
    Tokens before = client.login(name, "pw-" + name).tokens();
    Map<String, Object> asked = client.get(FACTOR).json();

    ClientResponse raised = client.post(FACTOR, Body.json(answered(asked)));

    assertThat(raised.status()).as(raised.text()).isEqualTo(200);
    assertThat(client.get(SAFE).text()).isEqualTo("safe");
    Tokens after = client.loginState().tokens();
    if (before != null && after != null) {
      assertThat(after).isNotEqualTo(before);
      String next = Objects.requireNonNull(after.refreshToken());
      LoginClient renewed = factors().show(Credentials.BEARER).refreshToken(next).build();
      assertThat(renewed.get(SAFE).text()).isEqualTo("safe");
    }
  }

  private static Map<String, Object> answered(Map<String, Object> asked) {
    Map<?, ?> challenges = (Map<?, ?>) Objects.requireNonNull(asked.get("challenges"));
    long number = Long.parseLong(String.valueOf(challenges.get("number")));
    return Map.of(
        "method",
        "number",
        "answer",
        Long.toString(number + 1),
        "factorToken",
        Objects.requireNonNull(asked.get("factorToken")));
  }

  @Test
  void wrongAnswer_andNobodyToAsk_areRefusals() {
    String name = "user-factor-java-refused";
    LoginClient wrong = factors().secondFactor(needed -> proof(needed, 2)).build();
    LoginClient mute = LoginClient.at(address).endpointsAt("/auth").build();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> wrong.login(name, "pw-" + name))
        .satisfies(refused -> assertThat(refused.reason()).contains("factor-refused"));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> mute.login(name, "pw-" + name))
        .satisfies(refused -> assertThat(refused.reason()).contains("factor-required"));
    assertThat(wrong.get(SAFE).status()).isEqualTo(401);
  }
}
