package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.config.KeySecret;
import dev.cloakroom.config.KeySettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final String KEY = "classpath:dev/cloakroom/crypto/pkcs8.pem";
  private static final String OTHER_KEY = "classpath:dev/cloakroom/crypto/sec1.pem";
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Test
  void jwksJson_holdsThePublicKeyOnly() throws Exception {
    KeyRing ring = ring(KEY, null);
    List<JWK> keys = JWKSet.parse(ring.jwksJson()).getKeys();

    assertThat(keys).singleElement().satisfies(key -> assertThat(key.isPrivate()).isFalse());
    assertThat(ring.jwksJson())
        .contains("\"use\":\"sig\"", "\"alg\":\"ES256\"", "\"kid\":\"" + ring.signingKey().kid())
        .doesNotContain("\"d\"");
    assertThat(keys.get(0).toECKey().toECPublicKey())
        .isEqualTo(ring.signingKey().verificationKey().publicKey());
  }

  @Test
  void deriveMacKey_sameKeyAndPurpose_isTheSameOnAllNodes() {
    assertThat(tag(ring(KEY, null), "refresh")).isEqualTo(tag(ring(KEY, null), "refresh"));
  }

  @Test
  @Tag("J3")
  void deriveMacKey_anotherPurposeOrKey_isUnrelated() {
    assertThat(tag(ring(KEY, null), "refresh"))
        .isNotEqualTo(tag(ring(KEY, null), "csrf"))
        .isNotEqualTo(tag(ring(OTHER_KEY, null), "refresh"));
  }

  @Test
  @Tag("G1")
  void deriveMacKey_fromASecret_outlivesTheSigningKey() {
    assertThat(tag(ring(KEY, SECRET), "refresh"))
        .isEqualTo(tag(ring(OTHER_KEY, SECRET), "refresh"))
        .isNotEqualTo(tag(ring(KEY, null), "refresh"));
  }

  @Test
  @Tag("G5")
  void toString_ofAnythingWithAKey_isMasked() {
    KeyRing ring = ring(KEY, SECRET);
    String scalar = Base64Url.encode(ring.signingKey().privateScalar());

    assertThat(ring.toString() + ring.signingKey()).doesNotContain(scalar).contains("***");
  }

  private static KeyRing ring(String location, @Nullable String secret) {
    return new KeyLoader(KeyRingTest.class.getClassLoader())
        .load(
            new KeySettings(
                location, secret == null ? null : KeySecret.decode(secret).orElseThrow()));
  }

  private static byte[] tag(KeyRing ring, String purpose) {
    return ring.deriveMacKey(purpose).mac("message".getBytes(UTF_8));
  }
}
