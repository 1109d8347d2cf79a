package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.ISSUER;
import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static dev.cloakroom.issuer.Partner.refused;
import static dev.cloakroom.issuer.SealedTokens.OURS;
import static dev.cloakroom.issuer.SealedTokens.PEM;
import static dev.cloakroom.issuer.SealedTokens.header;
import static dev.cloakroom.issuer.SealedTokens.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.jwk.RSAKey;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.token.RawToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RFC 7516, as MicroProfile JWT 2.1, section 5 has it: signed first, then encrypted. */
class TokenDecryptionTest {
  private final Partner partner = new Partner();

  private ForeignTokens open(String key, String... keysAndValues) throws IOException {
    Path file = Files.writeString(Files.createTempFile("private", ".key"), key);
    file.toFile().deleteOnExit();
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "mp.jwt.verify.issuer", ISSUER,
                "mp.jwt.verify.publickey", KEY.jwk(),
                "mp.jwt.decrypt.key.location", file.toString()));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return ForeignTokens.open(
        SettingsReader.read(SettingsSource.of("test", values)).settings().issuers(),
        TokenDecryptionTest.class.getClassLoader(),
        partner.clock(),
        1_000_000);
  }

  private String token() {
    return KEY.sign(partner.claims());
  }

  @Test
  @SuppressWarnings("deprecation") // what MicroProfile JWT has beside the newer one
  void signedAndEncrypted_byBothAlgorithms_isTaken() throws IOException {
    JWEHeader older =
        new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP, EncryptionMethod.A256GCM)
            .contentType("JWT")
            .build();
    String outer = sealed(header().build(), token());

    assertThat(accepted(open(PEM).lookUp(outer)).raw().text()).isEqualTo(outer);
    accepted(open(PEM).lookUp(sealed(older, token())));
    refused(
        open(PEM, "mp.jwt.decrypt.key.algorithm", "RSA-OAEP-256").lookUp(sealed(older, token())));
  }

  @Test
  void privateKey_inEachForm_isTaken() throws IOException {
    String jwk = jwk("ours", OURS);
    String set = "{\"keys\":[" + jwk + "]}";
    String sealed = sealed(header().keyID("ours").build(), token());

    for (String text : List.of(PEM, jwk, set, base64(jwk), base64(set))) {
      accepted(open(text).lookUp(sealed));
    }
    refused(open(jwk).lookUp(sealed(header().keyID("theirs").build(), token())));
  }

  private static String jwk(@Nullable String kid, PartnerKey key) {
    return new RSAKey.Builder((RSAPublicKey) key.pair().getPublic())
        .privateKey((RSAPrivateKey) key.pair().getPrivate())
        .keyID(kid)
        .build()
        .toJSONString();
  }

  private void assertUnusable(String text, String problem) {
    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> open(text))
        .withMessageStartingWith("mp.jwt.decrypt.key.location cannot be used: ")
        .withMessageContaining(problem);
  }

  @Test
  void keysThatNoTokenCouldTellApart_areRefused() throws IOException {
    PartnerKey other = PartnerKey.of("other", "RS384");

    assertUnusable(PEM + PEM, "two keys in it have one kid, or none");
    assertUnusable(PartnerKey.jwks(jwk("a", OURS), jwk("a", other)), "two keys in it have one kid");
    accepted(
        open(PartnerKey.jwks(jwk("a", OURS), jwk("b", other)))
            .lookUp(sealed(header().keyID("a").build(), token())));
  }

  /** Anybody has the public key, and costs us an operation by the private one. */
  @Test
  @Tag("J23")
  void keyThatCostsTooMuch_isRefused() throws IOException {
    assertUnusable(jwk("a", PartnerKey.rsa("a", "RS256", 4104)), "more than 4096 bits");
    open(jwk("a", PartnerKey.rsa("a", "RS256", 4096))).close();
  }

  @Test
  void keyOfTheWeb_isReadWithoutFollowingAnybody() throws IOException {
    try (FakeIssuer web =
        FakeIssuer.start().publish("/key", PEM).publish("/moved", 302, "", "Location: /key")) {
      String sealed = sealed(header().build(), token());
      accepted(open("", "mp.jwt.decrypt.key.location", web.url() + "/key").lookUp(sealed));

      assertThatExceptionOfType(UnusableIssuerException.class)
          .isThrownBy(() -> open("", "mp.jwt.decrypt.key.location", web.url() + "/moved"))
          .withMessageContaining("status 302");
    }
  }

  @Test
  void keyOfTheWeb_thatIsEndless_isRefusedForThat() {
    try (FakeIssuer web = FakeIssuer.start().publishEndless("/key")) {
      assertThatExceptionOfType(UnusableIssuerException.class)
          .isThrownBy(() -> open("", "mp.jwt.decrypt.key.location", web.url() + "/key"))
          .withMessageStartingWith("mp.jwt.decrypt.key.location cannot be used: ")
          .withMessageContaining("it is longer than 262144 bytes");
    }
  }

  private static String base64(String json) {
    return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsSignedOnly_isRefused_whereTokensAreEncrypted() throws IOException {
    refused(open(PEM).lookUp(token()));
    accepted(open(PEM).lookUp(sealed(header().build(), token())));
  }

  @Test
  void whatIsEncryptedOnly_orSignedByAnother_isRefused() throws IOException {
    ForeignTokens tokens = open(PEM);

    refused(tokens.lookUp(sealed(header().build(), partner.claims())));
    refused(
        tokens.lookUp(
            sealed(header().build(), PartnerKey.of("k2", "RS256").sign(partner.claims()))));
    refused(
        tokens.lookUp(
            sealed(header().build(), KEY.sign(partner.claimsWith("iss", "\"https://x\"")))));
  }

  @Test
  void header_thatIsNotAsItMustBe_isRefused() throws IOException {
    ForeignTokens tokens = open(PEM);

    refused(tokens.lookUp(sealed(header().contentType(null).build(), token())));
    refused(
        tokens.lookUp(
            sealed(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                    .contentType("JWT")
                    .build(),
                token())));
  }

  @Test
  void anyPartThatWasChanged_isRefused() throws IOException {
    ForeignTokens tokens = open(PEM);
    String[] parts = sealed(header().build(), token()).split("\\.", -1);

    for (int i = 0; i < parts.length; i++) {
      String[] changed = parts.clone();
      changed[i] = (changed[i].startsWith("A") ? "B" : "A") + changed[i].substring(1);
      refused(tokens.lookUp(String.join(".", changed)));
      changed[i] = "";
      refused(tokens.lookUp(String.join(".", changed)));
    }
    refused(tokens.lookUp("...."));
    accepted(tokens.lookUp(String.join(".", parts)));
  }

  private static Outcome shown(ForeignTokens tokens, String text, String from) {
    return tokens.find(new RawToken(text, from), TokenPlace.HEADER).orElseThrow();
  }

  @Test
  @Tag("J23")
  void afterManyThatWereNotTaken_onlyKnownOnesOfThatNetworkAre() throws IOException {
    ForeignTokens tokens = open(PEM);
    String known = sealed(header().build(), token());
    accepted(shown(tokens, known, "192.0.2.7"));
    for (int i = 0; i < 50; i++) {
      refused(shown(tokens, sealed(header().build(), "x"), "192.0.2.7"));
    }
    String other = sealed(header().build(), token());
    assertThat(shown(tokens, other, "192.0.2.7")).isInstanceOf(IssuerUnavailable.class);
    accepted(shown(tokens, known, "192.0.2.7"));
    accepted(shown(tokens, other, "192.0.2.8"));
  }

  @Test
  void keyThatIsWrittenWhereItsPlaceBelongs_isNotShown() {
    assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> open("", "mp.jwt.decrypt.key.location", PEM))
        .withMessageStartingWith("mp.jwt.decrypt.key.location cannot be used: what is written")
        .withMessageNotContaining(PEM.substring(40, 60));
  }

  @Test
  void keyThatIsNone_isRefusedWithItsSetting_andNotShown() {
    for (String text : List.of("rubbish", KEY.jwk(), PEM.replace("MII", "AAA"))) {
      assertThatExceptionOfType(UnusableIssuerException.class)
          .isThrownBy(() -> open(text))
          .withMessageStartingWith("mp.jwt.decrypt.key.location cannot be used: ")
          .withMessageNotContaining(PEM.substring(40, 60));
    }
  }
}
