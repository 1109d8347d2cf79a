package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.cloakroom.config.KeySecret;
import dev.cloakroom.config.KeySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** The old key stays in the directory, behind the new one. */
  @Test
  @Tag("G1")
  void deriveMacKey_keyReplaced_provesWhatTheEarlierKeyMade_untilThatIsGone(@TempDir Path directory)
      throws Exception {
    MacKey before = ring(KEY, null).deriveMacKey("refresh");
    copy(OTHER_KEY, directory.resolve("1-new.pem"));
    copy(KEY, directory.resolve("2-old.pem"));
    MacKey after = ring(directory.toString(), null).deriveMacKey("refresh");
    byte[] message = "message".getBytes(UTF_8);

    assertThat(after.mac(message)).isEqualTo(tag(ring(OTHER_KEY, null), "refresh"));
    assertThat(after.verify(after.mac(message), message)).isTrue();
    assertThat(after.verify(before.mac(message), message)).isTrue();
    assertThat(after.verify(before.mac(message), "another".getBytes(UTF_8))).isFalse();
    Files.delete(directory.resolve("2-old.pem"));
    MacKey alone = ring(directory.toString(), null).deriveMacKey("refresh");
    assertThat(alone.verify(before.mac(message), message)).isFalse();
  }

  @Test
  @Tag("G1")
  void deriveMacKeys_areThoseOfTheRing_eachByItself(@TempDir Path directory) throws Exception {
    copy(OTHER_KEY, directory.resolve("1-new.pem"));
    copy(KEY, directory.resolve("2-old.pem"));
    byte[] message = "message".getBytes(UTF_8);

    assertThat(ring(directory.toString(), null).deriveMacKeys("pepper"))
        .extracting(key -> key.mac(message))
        .containsExactly(tag(ring(OTHER_KEY, null), "pepper"), tag(ring(KEY, null), "pepper"));
    assertThat(ring(KEY, SECRET).deriveMacKeys("pepper"))
        .extracting(key -> key.mac(message))
        .containsExactly(tag(ring(OTHER_KEY, SECRET), "pepper"), tag(ring(KEY, null), "pepper"));
  }

  @Test
  @Tag("J3")
  @Tag("G1")
  void deriveMacKey_ofAKey_livesAsLongAsThatKey_whateverTheSecret() {
    KeyRing ring = ring(KEY, null);
    byte[] tag = tagOfKey(ring, "token", ring.signingKey().kid());

    assertThat(tagOfKey(ring(KEY, SECRET), "token", ring.signingKey().kid())).isEqualTo(tag);
    assertThat(tagOfKey(ring, "other", ring.signingKey().kid())).isNotEqualTo(tag);
    assertThat(tag(ring, "token")).isNotEqualTo(tag);
    assertThat(tag(ring, "of key token")).isNotEqualTo(tag);
    assertThat(ring.deriveMacKey("token", ring(OTHER_KEY, null).signingKey().kid())).isEmpty();
  }

  private static byte[] tagOfKey(KeyRing ring, String purpose, String kid) {
    return ring.deriveMacKey(purpose, kid).orElseThrow().mac("message".getBytes(UTF_8));
  }

  private static void copy(String resource, Path file) throws IOException {
    String name = resource.substring("classpath:".length());
    try (InputStream in = KeyRingTest.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }

  @Test
  @Tag("G5")
  void toString_ofAnythingWithAKey_isMasked() {
    KeyRing ring = ring(KEY, SECRET);
    String scalar = Base64Url.encode(ring.signingKey().secret());

    assertThat(ring.toString() + ring.signingKey()).doesNotContain(scalar).contains("***");
  }

  private static KeyRing ring(String location, @Nullable String secret) {
    return new KeyLoader(KeyRingTest.class.getClassLoader())
        .load(
            KeySettings.of(
                location, secret == null ? null : KeySecret.decode(secret).orElseThrow()));
  }

  private static byte[] tag(KeyRing ring, String purpose) {
    return ring.deriveMacKey(purpose).mac("message".getBytes(UTF_8));
  }
}
