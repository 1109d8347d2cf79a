package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.KeySecret;
import dev.cloakroom.config.KeySettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
  private static final String KEY = "dev/cloakroom/crypto/pkcs8.pem";
  private static final String OTHER_KEY = "dev/cloakroom/crypto/sec1.pem";
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final byte[] CONTENT = "what nobody reads".getBytes(UTF_8);
  private static final byte[] ALICE = "alice".getBytes(UTF_8);

  private static Sealing of(String location, @Nullable String secret) {
    KeySecret decoded = secret == null ? null : KeySecret.decode(secret).orElseThrow();
    return new KeyLoader(SealingTest.class.getClassLoader())
        .load(KeySettings.of(location, decoded))
        .deriveSealing("test");
  }

  private static Sealing ofKey(String name) {
    return of("classpath:" + name, null);
  }

  @Test
  void open_whatWasSealed_isTheSame() throws Exception {
    String sealed = ofKey(KEY).seal(CONTENT, ALICE);

    assertThat(sealed).matches("1\\.[A-Za-z0-9_-]{12}\\.[A-Za-z0-9_-]+");
    assertThat(ofKey(KEY).open(sealed, ALICE)).isEqualTo(CONTENT);
    assertThat(ofKey(KEY).open(ofKey(KEY).seal(new byte[0], ALICE), ALICE)).isEmpty();
  }

  /** A nonce that is used twice would give both contents away. */
  @Test
  @Tag("G2")
  void seal_theSameTwice_isAnother() {
    Sealing sealing = ofKey(KEY);

    assertThat(sealing.seal(CONTENT, ALICE)).isNotEqualTo(sealing.seal(CONTENT, ALICE));
  }

  @Test
  void open_forSomebodyElse_isRefused() {
    Sealing sealing = ofKey(KEY);
    String sealed = sealing.seal(CONTENT, ALICE);

    assertThatThrownBy(() -> sealing.open(sealed, "bob".getBytes(UTF_8)))
        .isInstanceOf(UnopenedSealException.class)
        .hasMessageContaining("belongs to somebody else");
  }

  @Test
  @Tag("G2")
  void open_withAnyBitChanged_isRefused() {
    Sealing sealing = ofKey(KEY);
    String sealed = sealing.seal(CONTENT, ALICE);
    int begin = sealed.lastIndexOf('.') + 1;
    byte[] bytes = Base64Url.decode(sealed.substring(begin)).orElseThrow();

    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      String text = sealed.substring(0, begin) + Base64Url.encode(changed);
      assertThatThrownBy(() -> sealing.open(text, ALICE)).isInstanceOf(UnopenedSealException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.a", "1.a.b", "1.a.b.c", "2.AAAAAAAAAAAA.AAAA", "..", "1..é"})
  void open_whatIsNoSeal_isRefused(String text) {
    assertThatThrownBy(() -> ofKey(KEY).open(text, ALICE))
        .isInstanceOf(UnopenedSealException.class)
        .hasMessageContaining("not sealed by this application");
  }

  @Test
  @Tag("G1")
  void open_keyReplaced_opensWhatTheEarlierKeySealed_untilThatIsGone(@TempDir Path directory)
      throws Exception {
    String before = ofKey(KEY).seal(CONTENT, ALICE);
    copy(OTHER_KEY, directory.resolve("1-new.pem"));
    copy(KEY, directory.resolve("2-old.pem"));
    Sealing after = of(directory.toString(), null);

    assertThat(after.open(before, ALICE)).isEqualTo(CONTENT);
    assertThat(ofKey(OTHER_KEY).open(after.seal(CONTENT, ALICE), ALICE)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> ofKey(OTHER_KEY).open(before, ALICE))
        .isInstanceOf(UnopenedSealException.class)
        .hasMessageContaining("cloakroom.keys.location");
  }

  @Test
  void open_aSecretWasSetSince_opensWhatTheKeySealed() throws Exception {
    String before = ofKey(KEY).seal(CONTENT, ALICE);
    Sealing after = of("classpath:" + KEY, SECRET);

    assertThat(after.open(before, ALICE)).isEqualTo(CONTENT);
    assertThat(of("classpath:" + OTHER_KEY, SECRET).open(after.seal(CONTENT, ALICE), ALICE))
        .isEqualTo(CONTENT);
  }

  @Test
  @Tag("J3")
  void deriveSealing_forAnotherPurpose_isUnrelated() {
    KeyRing ring = KeyLoader.generate();
    String sealed = ring.deriveSealing("one").seal(CONTENT, ALICE);

    assertThatThrownBy(() -> ring.deriveSealing("another").open(sealed, ALICE))
        .isInstanceOf(UnopenedSealException.class);
  }

  private static void copy(String name, Path file) throws IOException {
    try (InputStream in = SealingTest.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }
}
