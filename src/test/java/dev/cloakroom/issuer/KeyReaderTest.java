package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.testing.LogLines;
import dev.cloakroom.token.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of an issuer's keys may sign its tokens. */
class KeyReaderTest {
  private static final PartnerKey RSA = PartnerKey.of("k1", "RS256");
  private static final PartnerKey EC = PartnerKey.of("e1", "ES256");

  private static List<ForeignKey> read(String jwks, String... settings) {
    return new KeyReader(Partner.read(Partner.settings(settings)))
        .read(StrictJson.parseObject(jwks.getBytes(UTF_8)).orElseThrow())
        .orElseThrow()
        .keys();
  }

  @Test
  void read_goodKeysAmongOthers_areTaken() {
    assertThat(
            read(
                PartnerKey.jwks(
                    "{}", "{\"kty\":\"oct\",\"k\":\"AAAA\"}", RSA.jwk(), "1", EC.jwk(), "null")))
        .extracting(ForeignKey::kid)
        .containsExactly("k1", "e1");
  }

  @Test
  void read_oneKeyAlone_isTaken() {
    assertThat(read(EC.jwk()))
        .extracting(ForeignKey::algorithm)
        .containsExactly(SignatureAlgorithm.ES256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"use\":\"enc\"",
        "\"use\":null",
        "\"key_ops\":[\"encrypt\"]",
        "\"key_ops\":\"verify\"",
        "\"alg\":\"RSA-OAEP\"",
        "\"alg\":\"none\"",
        "\"alg\":\"HS256\"",
        "\"alg\":\"RS512\"",
        "\"alg\":1",
        "\"kid\":\"\"",
        "\"kid\":1",
        "\"d\":\"AAAA\"",
        "\"k\":\"AAAA\""
      })
  void read_keyForSomethingElse_isPassedOver(String member) {
    assertThat(read(PartnerKey.jwks(RSA.jwkWith(member)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"use\":\"sig\"",
        "\"key_ops\":[\"verify\"]",
        "\"alg\":\"RS256\"",
        "\"kid\":\"k\"",
        "\"x5c\":[\"rubbish\"],\"x5t\":1,\"x5u\":\"file:///etc/passwd\""
      })
  void read_keyForSignatures_isTaken(String member) {
    assertThat(read(PartnerKey.jwks(RSA.jwkWith(member)))).hasSize(1);
  }

  @Test
  @Tag("J26")
  void read_rsaBelow2048Bits_isRefusedUnlessTheDangerIsNamed() {
    PartnerKey weak = PartnerKey.rsa("w", "RS256", 1024);
    PartnerKey weaker = PartnerKey.rsa("w", "RS256", 1016);

    assertThat(read(weak.jwk())).isEmpty();
    assertThat(read(weak.jwk(), "short-rsa-keys", "allow-forgery")).hasSize(1);
    assertThat(read(weaker.jwk(), "short-rsa-keys", "allow-forgery")).isEmpty();
  }

  @Test
  @Tag("J26")
  void read_rsaWithoutAnyWork_isRefused() {
    String one = RSA.jwk().replace("\"e\":\"AQAB\"", "\"e\":\"AQ\"");
    String even = RSA.jwk().replace("\"e\":\"AQAB\"", "\"e\":\"AQAA\"");

    assertThat(one).isNotEqualTo(RSA.jwk());
    assertThat(read(one)).isEmpty();
    assertThat(read(even)).isEmpty();
  }

  @Test
  void read_pointBesideTheCurve_isPassedOver() {
    String other =
        PartnerKey.of("e2", "ES256").bareJwk().replaceFirst(".*\"y\":\"([^\"]+)\".*", "$1");
    String mixed = EC.jwk().replaceFirst("\"y\":\"[^\"]+\"", "\"y\":\"" + other + "\"");

    assertThat(read(mixed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed448", "X25519", "", "P-256"})
  void read_otherEdwardsCurve_isPassedOver(String curve) {
    String jwk = PartnerKey.of("o1", "EdDSA").jwk();

    assertThat(read(jwk)).hasSize(1);
    assertThat(read(jwk.replace("\"Ed25519\"", '"' + curve + '"'))).isEmpty();
  }

  @Test
  @Tag("J3")
  void read_curveOfAnotherAlgorithm_isPassedOver() {
    PartnerKey key = PartnerKey.of("e3", "ES384");

    assertThat(read(key.jwk(), "algorithms", "ES256, ES384")).hasSize(1);
    assertThat(read(key.as("ES256").jwk(), "algorithms", "ES256, ES384")).isEmpty();
  }

  @Test
  @Tag("J5")
  void find_twoKeysByOneName_isNeither() {
    KeySet keys =
        new KeySet(
            read(
                PartnerKey.jwks(
                    RSA.jwk(),
                    PartnerKey.of("k2", "RS256").jwk().replace("\"k2\"", "\"k1\""),
                    EC.jwk())));

    assertThat(keys.keys()).hasSize(3);
    assertThat(keys.find("k1", SignatureAlgorithm.RS256)).isEmpty();
    assertThat(keys.find("e1", SignatureAlgorithm.ES256)).isPresent();
    assertThat(keys.find(null, SignatureAlgorithm.ES256)).isPresent();
    assertThat(keys.find("e1", SignatureAlgorithm.RS256)).isEmpty();
  }

  @Test
  @Tag("J3")
  void read_oneKeyForTwoAlgorithms_isForTheFirst() {
    String twice = PartnerKey.jwks(RSA.jwk(), new PartnerKey("k2", "PS256", RSA.pair()).jwk());
    String other = PartnerKey.jwks(RSA.jwk(), PartnerKey.of("k2", "PS256").jwk());

    try (LogLines log = LogLines.of("dev.cloakroom.issuer")) {
      assertThat(read(twice, "algorithms", "RS256, PS256"))
          .extracting(ForeignKey::algorithm)
          .containsExactly(SignatureAlgorithm.RS256);
      assertThat(log.lines()).singleElement().asString().contains("not taken for PS256");
    }
    assertThat(read(other, "algorithms", "RS256, PS256")).hasSize(2);
  }

  @Test
  void find_keyWithoutAnId_isForTokensOfAnyId() {
    KeySet keys = new KeySet(read(EC.bareJwk()));

    assertThat(keys.find("whatever", SignatureAlgorithm.ES256)).isPresent();
    assertThat(keys.find(null, SignatureAlgorithm.ES256)).isPresent();
  }
}
