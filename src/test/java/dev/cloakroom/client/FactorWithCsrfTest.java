package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A login by cookie alone that waits for a second factor, and asks for CSRF tokens: what each of
 * its answers sets must come with the next request.
 */
@Tag("X1")
class FactorWithCsrfTest {
  private final PlayedServer server = PlayedServer.start();
  private final LoginClient client =
      LoginClient.at(server.address())
          .secondFactor(needed -> new FactorProof("otp", "123456"))
          .build();
  private volatile boolean asksForCsrf = true;

  FactorWithCsrfTest() {
    server.on(
        "GET /csrf",
        asked ->
            Reply.json("{\"headerName\":\"X-CSRF-Token\",\"token\":\"t\"}")
                .with("Set-Cookie", "visitor=v; Path=/"));
    server.on("POST /login", this::login);
    server.on("POST /login/factor", this::factor);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private boolean lacksCsrf(Asked asked) {
    boolean shown =
        asked.header("X-CSRF-Token").equals("t")
            && Httpbin.cookies(asked).getOrDefault("visitor", "").equals("v");
    return asksForCsrf && !shown;
  }

  private Reply login(Asked asked) {
    return lacksCsrf(asked)
        ? Reply.problem(403, "csrf-token-missing").with("Set-Cookie", "refused=1; Path=/")
        : Reply.problem(401, "factor-required")
            .with("Set-Cookie", "device=d; Path=/")
            .with("Set-Cookie", "waiting=w; Path=/");
  }

  private Reply factor(Asked asked) {
    if (lacksCsrf(asked)) {
      return Reply.problem(403, "csrf-token-missing");
    }
    return "w".equals(Httpbin.cookies(asked).get("waiting"))
        ? Reply.json("{\"user\":{\"name\":\"alice\"}}")
            .with("Set-Cookie", "sid=s; Path=/")
            .with("Set-Cookie", "waiting=; Path=/; Max-Age=0")
        : Reply.problem(401, "factor-expired");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void login_isEnded_andKeepsWhatBothAnswersSet(boolean csrf) {
    asksForCsrf = csrf;

    assertThat(client.login("alice", "123").callerName()).contains("alice");

    Map<String, String> cookies = client.cookies().toMap();
    assertThat(cookies).containsEntry("sid", "s").containsEntry("device", "d");
    assertThat(cookies).doesNotContainKeys("waiting", "refused");
  }

  @Test
  void factorThatAloneAsksForAToken_isRepeatedWithWhatTheLoginHasSet() {
    server.on(
        "POST /login",
        asked ->
            Reply.problem(401, "factor-required")
                .with("Set-Cookie", "visitor=v; Path=/")
                .with("Set-Cookie", "waiting=w; Path=/"));

    assertThat(client.login("alice", "123").callerName()).contains("alice");
  }

  @Test
  void refusedFactor_leavesNothingBehind() {
    server.on("POST /login/factor", asked -> Reply.problem(401, "factor-refused"));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.login("alice", "123"));

    assertThat(client.cookies().toMap()).containsOnlyKeys("visitor");
  }
}
