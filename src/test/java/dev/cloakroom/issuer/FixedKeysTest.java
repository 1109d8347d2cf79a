package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.KEY;
import static dev.cloakroom.issuer.Partner.accepted;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are configured are all taken, or the application does not start. */
class FixedKeysTest {
  private static final PartnerKey SECOND = PartnerKey.of("k2", "RS256");
  private static final PartnerKey EC = PartnerKey.of("e1", "ES256");

  private final Partner partner = new Partner();

  private static String pem(PartnerKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + base64(key.pair().getPublic())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String base64(Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private void assertTaken(String keys, PartnerKey... signers) {
    ForeignTokens tokens = partner.tokens(keys);
    for (PartnerKey signer : signers) {
      accepted(tokens.lookUp(signer.sign(partner.claims())));
    }
  }

  private ThrowableAssertAlternative<UnusableIssuerException> assertRefused(
      String keys, String... settings) {
    return assertThatExceptionOfType(UnusableIssuerException.class)
        .isThrownBy(() -> partner.tokens(keys, settings))
        .withMessageContaining("cloakroom.issuers.partner.public-key");
  }

  @Test
  void open_sameKeyTwice_isOne() {
    assertTaken(pem(KEY) + pem(KEY), KEY);
    assertTaken(PartnerKey.jwks(KEY.jwk(), KEY.jwk()), KEY);
  }

  @Test
  void open_keysThatNoTokenCouldName_areRefused() {
    assertRefused(pem(KEY) + pem(SECOND)).withMessageContaining("one kid, or none");
    assertRefused(PartnerKey.jwks(KEY.bareJwk(), SECOND.bareJwk()));
    assertRefused(PartnerKey.jwks(KEY.jwk(), SECOND.jwk().replace("\"k2\"", "\"k1\"")));

    assertTaken(pem(KEY) + pem(EC), KEY, EC);
    assertTaken(PartnerKey.jwks(KEY.jwk(), SECOND.jwk()), KEY, SECOND);
  }

  @Test
  void open_pemThatIsCutOff_isRefused() {
    String end = "-----END PUBLIC KEY-----";

    assertRefused(pem(KEY) + pem(EC).replace(end, ""));
    assertRefused(pem(KEY) + pem(EC).replace("-----BEGIN PUBLIC KEY-----", ""));
    assertTaken("The keys of a partner:\n" + pem(KEY) + "and\n" + pem(EC), KEY, EC);
  }

  @Test
  void open_pemOfAnAlgorithmThatIsNotAllowed_isRefused() {
    assertRefused(pem(KEY) + pem(EC), "algorithms", "RS256");
    assertTaken(pem(KEY) + pem(EC), KEY, EC);
  }

  @Test
  void open_jwkThatMayNotSign_isRefused_amongOthersToo() {
    assertRefused(PartnerKey.jwks(KEY.jwk(), EC.jwk()), "algorithms", "RS256")
        .withMessageContaining("does not say use=enc");
    assertRefused(PartnerKey.jwks(KEY.jwk(), PartnerKey.rsa("s", "RS256", 1024).jwk()));
    assertRefused(PartnerKey.jwks(KEY.jwk(), "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"kid\":\"o\"}"));
    assertRefused(PartnerKey.jwks(KEY.jwk(), "17"));

    assertTaken(PartnerKey.jwks(KEY.jwk(), EC.jwk()), KEY, EC);
  }

  /** As issuers publish their sets, which are copied. */
  @Test
  void open_jwkForEncryption_isLeftOut() {
    PartnerKey sealing = PartnerKey.of("s", "RS384");
    String byUse = sealing.jwkWith("\"use\":\"enc\"");
    String byOperations = sealing.jwkWith("\"key_ops\":[\"wrapKey\"]");

    assertTaken(PartnerKey.jwks(KEY.jwk(), byUse, byOperations), KEY);
    assertRefused(PartnerKey.jwks(byUse));
  }

  @Test
  void open_directoryOfPemAndJwk_isRefused(@TempDir Path mixed, @TempDir Path pems)
      throws IOException {
    Files.writeString(mixed.resolve("a.pem"), pem(KEY));
    Files.writeString(mixed.resolve("b.jwk"), EC.jwk());
    Files.writeString(pems.resolve("a.pem"), pem(KEY));
    Files.writeString(pems.resolve("b.pem"), pem(EC));

    assertRefused(mixed.toString());
    assertTaken(pems.toString(), KEY, EC);
  }

  @Test
  void open_privateKeyWithoutItsPem_isNotShown() {
    String privateKey = base64(EC.pair().getPrivate());

    assertRefused(privateKey)
        .withMessageContaining(privateKey.substring(0, 16) + "…")
        .withMessageNotContaining(privateKey.substring(16, 41));
    assertRefused("/etc/keys/of/the/partner/that/is/far/away.pem")
        .withMessageContaining("/etc/keys/of/the/partner/that/is/far/away.pem");
  }
}
