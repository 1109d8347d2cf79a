package dev.cloakroom.token;

import static dev.cloakroom.token.TokenForge.ALICE;
import static dev.cloakroom.token.TokenForge.POLICY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.SignedJWT;
import dev.cloakroom.config.OwnAlgorithm;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.PublicJwk;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.SignatureAlgorithm;
import dev.cloakroom.crypto.SigningKey;
import dev.cloakroom.testing.ChangingKeys;
import dev.cloakroom.token.CookieTokens.Proof;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is signed and found genuine while the keys change under it. */
@Tag("G1")
class ChangedKeysTest {
  private static final KeyRing NOTHING = KeyLoader.generate();

  private final Clock clock = TokenForge.at(TokenForge.NOW);
  private final SigningKey old = SigningKey.generate(OwnAlgorithm.ES256);
  private final SigningKey next = SigningKey.generate(OwnAlgorithm.ED25519);
  private final KeyRing before = NOTHING.behind(List.of(old));
  private final KeyRing both = NOTHING.behind(List.of(next, old));
  private final KeyRing after = NOTHING.behind(List.of(next));
  private final ChangingKeys keys = new ChangingKeys(before);
  private final AccessTokenIssuer issuer =
      new AccessTokenIssuer(keys, POLICY, clock, new RandomIds());
  private final VerifiedTokens verified =
      new VerifiedTokens(new AccessTokenVerifier(keys, POLICY, clock), clock, 1 << 20);
  private final CookieTokens cookies = new CookieTokens(keys, clock, 1 << 20);

  private boolean accepts(String token) {
    return verified.verify(new RawToken(token)) instanceof VerifiedToken;
  }

  private static String kid(String token) throws Exception {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }

  private String cookie() {
    return cookies.issue(Map.of("sid", "1"), 4_000).orElseThrow();
  }

  private Proof proof(String cookie) {
    return cookies.read(cookie).orElseThrow().proof();
  }

  @Test
  void issue_anotherKeySigns_isByThat_andWhatTheOldOneSignedStaysGood() throws Exception {
    String first = issuer.issue(ALICE).text();
    String firstCookie = cookie();
    keys.change(both);
    String second = issuer.issue(ALICE).text();

    assertThat(kid(first)).isEqualTo(old.kid());
    assertThat(kid(second)).isEqualTo(next.kid());
    assertThat(kid(cookie())).isEqualTo(next.kid());
    assertThat(accepts(first)).isTrue();
    assertThat(accepts(second)).isTrue();
    assertThat(proof(firstCookie)).isEqualTo(Proof.GENUINE);
  }

  @Test
  void verify_theKeyWasTakenAway_isRefused_alsoWhereTheTokenWasKnown() {
    String token = issuer.issue(ALICE).text();
    String cookie = cookie();
    keys.change(both);
    assertThat(accepts(token)).isTrue();
    assertThat(verified.isKnown(new RawToken(token))).isTrue();
    assertThat(proof(cookie)).isEqualTo(Proof.GENUINE);
    keys.change(after);

    assertThat(accepts(token)).isFalse();
    assertThat(verified.isKnown(new RawToken(token))).isFalse();
    assertThat(verified.sessionIdAtAnyTime(new RawToken(token))).isEmpty();
    assertThat(proof(cookie)).isEqualTo(Proof.UNKNOWN_KEY);
  }

  @Test
  void verify_ofAKeyThatAnotherNodeMade_looksForIt_andOnlyForThat() {
    String token = new AccessTokenIssuer(both, POLICY, clock, new RandomIds()).issue(ALICE).text();
    keys.onLook(() -> keys.change(both));

    assertThat(accepts("a.b.c")).isFalse();
    assertThat(accepts(issuer.issue(ALICE).text().replaceFirst(".$", "!"))).isFalse();
    assertThat(keys.looks()).isZero();
    assertThat(accepts(token)).isTrue();
    assertThat(keys.looks()).isOne();
  }

  @Test
  @Tag("J5")
  void verify_ofAKeyThatNobodyMade_isRefusedAfterALook() {
    String forged =
        new AccessTokenIssuer(after, POLICY, clock, new RandomIds()).issue(ALICE).text();

    assertThat(accepts(forged)).isFalse();
    assertThat(keys.looks()).isOne();
  }

  /** Who asks is told that it is our failure, not theirs. */
  @Test
  void verify_ofAnUnknownKey_whereNobodyCanLook_saysSo() {
    String token = new AccessTokenIssuer(both, POLICY, clock, new RandomIds()).issue(ALICE).text();
    keys.onLook(
        () -> {
          throw new IllegalStateException("the store is down");
        });

    assertThatThrownBy(() -> accepts(token)).hasMessage("the store is down");
  }

  /** By what we publish and another library's reading of it; Java's own Ed25519 checks. */
  @Test
  void issue_byEd25519_isReadByOthersWithOurJwks() throws Exception {
    keys.change(after);
    SignedJWT jwt = SignedJWT.parse(issuer.issue(ALICE).text());
    OctetKeyPair jwk =
        JWKSet.parse(keys.now().jwksJson()).getKeyByKeyId(next.kid()).toOctetKeyPair();

    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
    assertThat(jwk.getAlgorithm().getName()).isEqualTo("EdDSA");
    assertThat(jwk.isPrivate()).isFalse();
    assertThat(
            SignatureAlgorithm.ED25519.verify(
                PublicJwk.read(jwk.toJSONObject()).orElseThrow(),
                jwt.getSigningInput(),
                jwt.getSignature().decode()))
        .isTrue();
  }

  @Test
  @Tag("J2")
  void verify_theHeaderNamesTheOtherAlgorithm_isRefused() {
    String token = issuer.issue(ALICE).text();
    keys.change(both);
    String header =
        "{\"alg\":\"EdDSA\",\"kid\":\"" + old.kid() + "\",\"typ\":\"at+jwt\",\"mac\":\"";
    String shown = new String(decoded(token.substring(0, token.indexOf('.'))), US_ASCII);
    String forged =
        Base64Url.encode((header + shown.substring(shown.length() - 24)).getBytes(US_ASCII))
            + token.substring(token.indexOf('.'));

    assertThat(accepts(forged)).isFalse();
    assertThat(accepts(token)).isTrue();
  }

  private static byte[] decoded(String part) {
    return Base64Url.decode(part).orElseThrow();
  }
}
