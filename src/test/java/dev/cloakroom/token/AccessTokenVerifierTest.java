package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.NOW;
import static dev.cloakroom.token.TokenForge.POLICY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.token.RejectedToken.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signature, form and encoding. Each refusal is of a token that our own key signed, unless the
 * signature is the point.
 */
class AccessTokenVerifierTest {
  private final TokenForge forge = new TokenForge();
  private final AccessTokenVerifier verifier = forge.verifier();

  @Test
  void verify_whatTheForgeSignsUnchanged_isAccepted() {
    accepted(forge.withClaims(forge.claims()));
    accepted(forge.withHeader(forge.header()));
    accepted(new RawToken(forge.genuine()));
  }

  @Test
  @Tag("J1")
  void verify_claimsChangedUnderASignature_isRefused() {
    String[] parts = forge.withClaims(forge.claims()).text().split("\\.", -1);
    String admin = forge.claims().replace("\"user\"", "\"admin\"");

    refused(new RawToken(parts[0] + "." + Base64Url.encode(bytes(admin)) + "." + parts[2]));
  }

  /** Broken claims under a broken signature: the answer must not tell that the claims were read. */
  @Test
  @Tag("J1")
  void verify_expiredClaimsUnderAForgedSignature_isInvalidAndNotExpired() {
    KeyRing stranger = KeyLoader.generate();
    byte[] expired = bytes(forge.claimsWith("exp", "1"));
    byte[] header = TokenForge.headerOf(forge.keys(), expired);

    refused(TokenForge.signedBy(stranger.signingKey(), bytes(forge.header()), expired));
    refused(TokenForge.signedBy(stranger.signingKey(), header, expired));
    assertThat(forge.verifier().verify(forge.withClaims(expired)))
        .isEqualTo(new RejectedToken(Reason.EXPIRED));
  }

  @ParameterizedTest
  @Tag("J1")
  @ValueSource(ints = {0, 1, 32, 63, 65, 128})
  void verify_signatureOfZerosOrAnotherLength_isRefused(int length) {
    refused(withSignature(Base64Url.encode(new byte[length])));
  }

  /** CVE-2022-21449. */
  @Test
  @Tag("J1")
  void verify_allZeroSignature_isRefused() {
    refused(withSignature(Base64Url.encode(new byte[64])));
  }

  @Test
  @Tag("J13")
  void verify_anyOtherForm_isRefused() {
    String genuine = forge.genuine();
    accepted(new RawToken(genuine));

    for (String other :
        new String[] {
          "",
          ".",
          "..",
          "...",
          genuine + ".",
          "." + genuine,
          genuine + ".." + genuine,
          genuine + "=",
          genuine + "==",
          genuine + "\n",
          " " + genuine,
          genuine.replaceFirst("\\.", ".."),
          genuine.replaceFirst("\\.", "=."),
          genuine.replace('.', ' '),
          "Bearer " + genuine,
          "\"" + genuine + "\"",
          "{\"payload\":\"" + genuine.split("\\.", -1)[1] + "\"}"
        }) {
      refused(new RawToken(other));
    }
  }

  /** The last character of a 64-byte signature has four unused bits. */
  @Test
  @Tag("J13")
  void verify_unusedBitsOfTheSignatureSet_isRefused() {
    String genuine = forge.genuine();
    String start = genuine.substring(0, genuine.length() - 1);
    long accepted =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .chars()
            .filter(
                c ->
                    forge.verifier().verify(new RawToken(start + (char) c))
                        instanceof VerifiedToken)
            .count();

    assertThat(accepted).isEqualTo(1);
  }

  @Test
  @Tag("J13")
  void verify_longerThan8KiB_isRefused() {
    RawToken long1 = forge.withClaims(forge.claimsPlus("\"x\":\"" + "x".repeat(5000) + "\""));
    RawToken long2 = forge.withClaims(forge.claimsPlus("\"x\":\"" + "x".repeat(6000) + "\""));

    assertThat(long1.text()).hasSizeBetween(6000, 8192);
    accepted(long1);
    assertThat(long2.text()).hasSizeGreaterThan(8192);
    refused(long2);
  }

  @Test
  @Tag("J14")
  void verify_aNameTwice_isRefused() {
    refused(withHeaderMember("\"alg\":\"ES256\""));
    refused(withHeaderMember("\"\\u0061lg\":\"ES256\""));
    refused(forge.withClaims(forge.claimsPlus("\"sub\":\"alice\"")));
    refused(forge.withClaims(forge.claimsPlus("\"x\":{\"a\":1,\"a\":1}")));
    accepted(forge.withClaims(forge.claimsPlus("\"x\":{\"sub\":1}")));
  }

  @Test
  @Tag("J16")
  void verify_bytesThatAreNotUtf8_isRefused() {
    String claims = forge.claimsPlus("\"x\":\"é\"");

    accepted(forge.withClaims(claims.getBytes(UTF_8)));
    refused(forge.withClaims(claims.getBytes(ISO_8859_1)));
    refused(forge.withClaims(claims.getBytes(UTF_16)));
    refused(forge.withClaims("\uFEFF" + forge.claims()));
    refused(forge.withHeader("\uFEFF" + forge.header()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"x\"", "{", "{} {}"})
  void verify_headerOrClaimsThatAreNoObject_isRefused(String json) {
    refused(forge.withHeader(json));
    refused(forge.withClaims(json));
  }

  @Test
  void verify_nestedTooDeep_isRefused() {
    accepted(forge.withClaims(forge.claimsPlus("\"x\":" + "[".repeat(15) + "]".repeat(15))));
    refused(forge.withClaims(forge.claimsPlus("\"x\":" + "[".repeat(16) + "]".repeat(16))));
    refused(forge.withHeader("[".repeat(3000)));
  }

  @Test
  @Tag("G1")
  void verify_keyOfAnotherRing_isRefusedAndOfTheSameAccepted() {
    RawToken token = new RawToken(forge.genuine());
    AccessTokenVerifier stranger =
        new AccessTokenVerifier(KeyLoader.generate(), POLICY, TokenForge.at(NOW));

    accepted(token);
    assertThat(stranger.verify(token)).isEqualTo(new RejectedToken(Reason.INVALID));
  }

  private VerifiedToken accepted(RawToken token) {
    TokenVerification verification = verifier.verify(token);
    assertThat(verification).isInstanceOf(VerifiedToken.class);
    return (VerifiedToken) verification;
  }

  private void refused(RawToken token) {
    assertThat(verifier.verify(token)).isEqualTo(new RejectedToken(Reason.INVALID));
  }

  private RawToken withSignature(String signature) {
    String genuine = forge.genuine();
    return new RawToken(genuine.substring(0, genuine.lastIndexOf('.') + 1) + signature);
  }

  private RawToken withHeaderMember(String member) {
    return forge.withHeader(forge.header().replace("}", "," + member + "}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
