package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ADMIN;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published keys, and the access tokens that they verify, as another service reads them. */
@OnServer
class JwksIT {
  private static final String PATH = "/api/.well-known/jwks.json";

  private final WireClient client;

  JwksIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @Test
  void keySet_isPublicAndCacheable() {
    assertThat(client.get(PATH).send())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/jwk-set+json")
        .hasHeader("Cache-Control", "public, max-age=600")
        .hasNoHeader("Set-Cookie");
  }

  @Test
  void keySet_hasNoPrivatePart() {
    assertThat(keys()).isNotEmpty();
    assertThat(keys())
        .allSatisfy(
            key ->
                assertThat(key.keySet())
                    .contains("kty", "crv", "x", "y", "kid", "alg", "use")
                    .doesNotContain("d", "k", "p", "q", "dp", "dq", "qi", "oth"));
  }

  @Test
  @Tag("J3")
  void key_saysWhichOneAlgorithmItIsFor() {
    assertThat(keys())
        .allSatisfy(
            key -> {
              assertThat(key.getString("alg")).isEqualTo("ES256");
              assertThat(key.getString("use")).isEqualTo("sig");
            });
  }

  @Test
  void accessToken_isVerifiedByThePublishedKey_andNoOtherTextIs() throws Exception {
    String[] parts = client.logIn(ALICE).accessToken().split("\\.", -1);
    PublicKey key = keyOf(json(parts[0]).getString("kid"));

    assertThat(verifies(key, parts[0] + "." + parts[1], parts[2])).isTrue();
    assertThat(verifies(key, parts[0] + "." + parts[1] + "A", parts[2])).isFalse();
  }

  @Test
  @Tag("J10")
  void header_namesTypeAlgorithmAndKey_andIsNotCriticalToAnybody() {
    JsonObject header = json(client.logIn(ALICE).accessToken().split("\\.", -1)[0]);

    assertThat(header.keySet()).containsExactlyInAnyOrder("alg", "kid", "typ", "mac");
    assertThat(header.getString("typ")).isEqualTo("at+jwt");
    assertThat(header.getString("alg")).isEqualTo("ES256");
  }

  @Test
  @Tag("J9")
  @Tag("J11")
  @Tag("J24")
  void claims_areThoseOfRfc9068_withSessionGroupsAndUpn() {
    Login login = client.logIn(ADMIN);
    JsonObject claims = claims(login.accessToken());

    assertThat(claims.keySet())
        .containsExactlyInAnyOrder(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "jti",
            "client_id",
            "sid",
            "auth_time",
            "amr",
            "acr",
            "upn",
            "groups");
    assertThat(claims.getString("iss")).isNotEmpty();
    assertThat(claims.getString("aud")).isNotEmpty();
    assertThat(claims.getString("sub")).isEqualTo("admin");
    assertThat(claims.getString("upn")).isEqualTo("admin");
    assertThat(claims.getString("sid")).isEqualTo(login.sessionId());
    assertThat(claims.getJsonArray("groups").stream().map(Object::toString))
        .containsExactlyInAnyOrder("\"user\"", "\"admin\"");
    assertThat(claims.getJsonArray("amr")).hasToString("[\"pwd\"]");
    assertThat(claims.getString("acr")).isEqualTo("1");
    assertTimes(claims, login.body().getInt("expiresIn"));
  }

  private static void assertTimes(JsonObject claims, int expiresIn) {
    Instant issuedAt = instant(claims, "iat");
    assertThat(issuedAt).isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(1));
    assertThat(Duration.between(issuedAt, instant(claims, "exp"))).hasSeconds(expiresIn);
    assertThat(expiresIn).isBetween(285, 300);
    assertThat(instant(claims, "auth_time")).isBetween(issuedAt.minusSeconds(5), issuedAt);
  }

  @Test
  void everyToken_hasAnIdOfItsOwn() {
    Login login = client.logIn(ALICE);
    Set<String> ids = new HashSet<>();
    ids.add(claims(login.accessToken()).getString("jti"));

    for (int i = 0; i < 3; i++) {
      WireAnswer refreshed = client.refresh(login.refreshToken());
      ids.add(claims(refreshed.json().getString("accessToken")).getString("jti"));
    }

    assertThat(ids).hasSize(4);
  }

  private List<JsonObject> keys() {
    return client.get(PATH).send().json().getJsonArray("keys").getValuesAs(JsonObject.class);
  }

  private PublicKey keyOf(String kid) throws GeneralSecurityException {
    JsonObject key =
        keys().stream().filter(each -> each.getString("kid").equals(kid)).findFirst().orElseThrow();
    AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
    p256.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(coordinate(key, "x"), coordinate(key, "y"));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, p256.getParameterSpec(ECParameterSpec.class)));
  }

  private static BigInteger coordinate(JsonObject key, String name) {
    return new BigInteger(1, decoded(key.getString(name)));
  }

  private static boolean verifies(PublicKey key, String input, String signature)
      throws GeneralSecurityException {
    Signature es256 = Signature.getInstance("SHA256withECDSAinP1363Format");
    es256.initVerify(key);
    es256.update(input.getBytes(US_ASCII));
    return es256.verify(decoded(signature));
  }

  private static JsonObject claims(String token) {
    return json(token.split("\\.", -1)[1]);
  }

  private static JsonObject json(String part) {
    try (JsonReader reader =
        Json.createReader(new StringReader(new String(decoded(part), UTF_8)))) {
      return reader.readObject();
    }
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static Instant instant(JsonObject claims, String name) {
    return Instant.ofEpochSecond(claims.getJsonNumber(name).longValueExact());
  }
}
