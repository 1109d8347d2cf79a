package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that only look genuine. They all get one and the same answer. */
@OnServer
class ForgedTokenIT {
  private final WireClient client;

  ForgedTokenIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  static Stream<Arguments> forgeries() {
    Map<String, UnaryOperator<ForgedToken>> forgeries = new LinkedHashMap<>();
    forgeries.put("signed by a stranger", ForgedToken::signedByAStranger);
    forgeries.put("no signature", token -> token.signature(""));
    forgeries.put("signature of zeros", token -> token.signature("A".repeat(86)));
    forgeries.put("cut signature", token -> token.signature(token.signature().substring(2)));
    forgeries.put("padded signature", token -> token.signature(token.signature() + "=="));
    forgeries.put("a fourth part", token -> token.signature(token.signature() + ".e30"));
    forgeries.put("raised groups", token -> token.claims(raised(token)));
    forgeries.put("another caller", token -> token.claims(token.claims().replace("alice", "bob")));
    forgeries.put(
        "longer life", token -> token.claims(token.claims().replace("\"exp\":1", "\"exp\":9")));
    forgeries.put("no claims", token -> token.claims("{}"));
    forgeries.put("claims that are no object", token -> token.claims("[]"));
    forgeries.put(
        "key of its own",
        token -> token.header(token.header().replace("{", "{\"jwk\":{},")).signedByAStranger());
    forgeries.put(
        "another mac", token -> token.header(token.header().replaceFirst("mac\":\".", "mac\":\"")));
    forgeries.put(
        "no mac", token -> token.header(token.header().replaceFirst(",\"mac\":\"[^\"]*\"", "")));
    forgeries.put(
        "key id that is a path",
        token ->
            token.header("{\"alg\":\"ES256\",\"kid\":\"../../etc/passwd\",\"typ\":\"at+jwt\"}"));
    forgeries.put("no key id", token -> token.header("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}"));
    return forgeries.entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  private static String raised(ForgedToken token) {
    return token.claims().replace("[\"user\"]", "[\"user\",\"admin\"]");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  @Tag("J1")
  @Tag("J4")
  void forgery_getsTheOneAnswerForAll(String name, UnaryOperator<ForgedToken> forgery) {
    Login login = client.logIn(ALICE);
    ForgedToken genuine = ForgedToken.from(login.accessToken());
    ForgedToken forged = forgery.apply(genuine);

    WireAnswer answer = client.get("/api/me").bearer(forged.text()).send();

    assertThat(forged).as(name).isNotEqualTo(genuine);
    assertUniform(answer);
    assertThat(client.get("/api/me").bearer(genuine.text()).send()).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "es256", "HS256", "RS256", "ES384", ""})
  @Tag("J2")
  void otherAlgorithm_isRefused(String algorithm) {
    Login login = client.logIn(ALICE);
    ForgedToken genuine = ForgedToken.from(login.accessToken());
    ForgedToken other = genuine.header(genuine.header().replace("ES256", algorithm));

    assertUniform(client.get("/api/me").bearer(other.text()).send());
    assertUniform(client.get("/api/me").bearer(other.signature("").text()).send());
    assertThat(client.meByToken(login)).isOf(ALICE);
  }

  /** What somebody else's token says, under ever new signatures, locks nobody out who uses it. */
  @Test
  @Tag("J1")
  @Tag("P10")
  void genuineClaimsUnderManySignatures_areRefused_besideTheTokenInUse() {
    Login login = client.logIn(ALICE);
    ForgedToken genuine = ForgedToken.from(login.accessToken());
    assertThat(client.meByToken(login)).isOf(ALICE);

    for (int i = 0; i < 12; i++) {
      assertUniform(client.get("/api/me").bearer(genuine.signedByAStranger().text()).send());
      assertThat(client.meByToken(login)).isOf(ALICE);
    }
  }

  /** The classic: the public key, known to all, as the key of a MAC. */
  @Test
  @Tag("J3")
  void publicKeyAsMacKey_isRefused() {
    Login login = client.logIn(ALICE);
    ForgedToken genuine = ForgedToken.from(login.accessToken());
    String keys = client.get("/api/.well-known/jwks.json").send().body();
    ForgedToken mac =
        genuine.header(genuine.header().replace("ES256", "HS256")).authenticatedBy(keys);

    assertUniform(client.get("/api/me").bearer(mac.text()).send());
    assertThat(client.meByToken(login)).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "..", "....", "e30.e30.", "null", "0", "~~~", "====="})
  void whatIsNoToken_getsTheSameAnswer(String text) {
    assertUniform(client.get("/api/me").bearer(text).send());
  }

  @Test
  void endlessToken_getsTheSameAnswer() {
    assertUniform(client.get("/api/me").bearer("a".repeat(7000)).send());
  }

  private static void assertUniform(WireAnswer answer) {
    assertThat(answer)
        .isProblem(401, "invalid-token")
        .hasNoHeader("Set-Cookie")
        .hasHeader(
            "WWW-Authenticate",
            "Bearer realm=\"cloakroom\", error=\"invalid_token\","
                + " error_description=\"The session cookie or token is not valid.\"");
  }
}
