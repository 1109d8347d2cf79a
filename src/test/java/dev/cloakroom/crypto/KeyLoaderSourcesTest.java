package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in PKCS#12, written by keytool and openssl; in a setting; and of Ed25519. */
class KeyLoaderSourcesTest {
  private static final String PLACE = "classpath:dev/cloakroom/crypto/";
  private static final String PASSWORD = "correct-horse";
  private static final byte[] MESSAGE = {1, 2, 3};

  private final KeyLoader loader = new KeyLoader(KeyLoaderSourcesTest.class.getClassLoader());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  private KeyRing load(
      @Nullable String location, @Nullable String value, @Nullable String password) {
    return loader.load(new KeySettings(location, value, password, null, null, OwnAlgorithm.ES256));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(
      String file, @Nullable String password) {
    return assertThatThrownBy(() -> load(PLACE + file, null, password))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining(file);
  }

  private static void assertSigns(KeyRing ring) {
    byte[] signature = ring.signingKey().sign(MESSAGE);
    VerificationKey key = ring.verificationKey(ring.signingKey().kid()).orElseThrow();

    assertThat(key.verify(MESSAGE, signature)).isTrue();
    assertThat(key.verify(new byte[] {1, 2}, signature)).isFalse();
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = KeyLoaderSourcesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static String text(String name) throws IOException {
    return new String(fixture(name), UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"two.p12,ES256", "openssl.p12,ES256", "ed25519.p12,EdDSA"})
  void load_pkcs12_signsAndVerifies(String file, String algorithm) {
    KeyRing ring = load(PLACE + file, null, PASSWORD);

    assertSigns(ring);
    assertThat(ring.signingKey().verificationKey().algorithmName()).isEqualTo(algorithm);
  }

  @Test
  @Tag("G1")
  void load_pkcs12OfTwoKeys_allVerify() {
    assertThat(load(PLACE + "two.p12", null, PASSWORD).kids()).hasSize(2);
  }

  @Test
  @Tag("G5")
  void load_pkcs12WithAnotherPassword_saysSo_andNotThePassword() {
    refusal("two.p12", "battery-staple")
        .hasMessageContaining("cloakroom.keys.password")
        .hasMessageContaining("password is another one")
        .hasMessageNotContaining("battery-staple");
    refusal("two.p12", null).hasMessageContaining("password is not known");
  }

  @Test
  @Tag("J26")
  void load_pkcs12OfAnotherKind_saysWhatItIs() {
    refusal("rsa.p12", PASSWORD).hasMessageContaining("a key for RSA");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30, 700, 1_600})
  void load_pkcs12CutOff_isRefused(int length) throws IOException {
    Path file = directory.resolve("key.p12");
    Files.write(file, Arrays.copyOf(fixture("two.p12"), length));

    assertThatThrownBy(() -> load(file.toString(), null, PASSWORD))
        .isInstanceOf(UnusableKeyException.class);
  }

  @Test
  @Tag("G1")
  void load_directoryOfAllFormats_firstByNameSigns() throws IOException {
    Files.write(directory.resolve("a.p12"), fixture("ed25519.p12"));
    Files.write(directory.resolve("b.pem"), fixture("pkcs8.pem"));
    Files.write(directory.resolve("c.pfx"), fixture("two.p12"));
    KeyRing ring = load(directory.toString(), null, PASSWORD);

    assertThat(ring.kids()).hasSize(4);
    assertThat(ring.signingKey().verificationKey().algorithmName()).isEqualTo("EdDSA");
  }

  @Test
  void load_valueOfASetting_isReadAsAFileIs() throws IOException {
    String pem = text("pkcs8.pem");
    String kid = load(PLACE + "pkcs8.pem", null, null).signingKey().kid();

    assertThat(load(null, pem, null).signingKey().kid()).isEqualTo(kid);
    assertThat(load(null, pem.replace("\n", "\\n"), null).signingKey().kid()).isEqualTo(kid);
    assertThat(load(null, SigningKey.generate(OwnAlgorithm.ED25519).jwk(), null).kids()).hasSize(1);
  }

  private static KeyStore store(String fixture) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(fixture(fixture)), PASSWORD.toCharArray());
    return store;
  }

  private static String aliasIn(KeyStore store) throws KeyStoreException {
    return Collections.list(store.aliases()).get(0);
  }

  private String written(KeyStore store) throws Exception {
    Path file = directory.resolve("key.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file.toString();
  }

  /** As an authority in a truststore, which must not verify our tokens. */
  @Test
  @Tag("J3")
  void load_pkcs12WithATrustedCertificate_doesNotVerifyByIt() throws Exception {
    KeyStore keys = store("two.p12");
    KeyStore trusted = store("ed25519.p12");
    Certificate authority = trusted.getCertificate(aliasIn(trusted));
    keys.setCertificateEntry("0-authority", authority);
    assertThat(load(written(keys), null, PASSWORD).kids())
        .hasSize(2)
        .doesNotContain(OwnKeys.thumbprint(authority.getPublicKey()));

    trusted.deleteEntry(aliasIn(trusted));
    trusted.setCertificateEntry("authority", authority);
    String alone = written(trusted);
    assertThatThrownBy(() -> load(alone, null, PASSWORD)).hasMessageContaining("no private key");
  }

  @Test
  void load_pkcs12OfHalvesOfTwoKinds_isRefused() throws Exception {
    KeyStore keys = store("two.p12");
    KeyStore other = store("ed25519.p12");
    String alias = aliasIn(keys);
    Certificate[] chain = {other.getCertificate(aliasIn(other))};
    Key mine = keys.getKey(alias, PASSWORD.toCharArray());
    keys.setKeyEntry(alias, mine, PASSWORD.toCharArray(), chain);
    String mixed = written(keys);

    assertThatThrownBy(() -> load(mixed, null, PASSWORD))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("not a pair");
  }

  @Test
  void load_jwkWhosePrivateHalfIsNoNumberOfTheCurve_isRefused() {
    String jwk = SigningKey.generate(OwnAlgorithm.ES256).jwk();
    String large = jwk.replaceFirst("\"d\":\"[^\"]*", "\"d\":\"" + "_".repeat(43));

    assertThatThrownBy(() -> load(null, large, null)).isInstanceOf(UnusableKeyException.class);
  }

  @Test
  @Tag("G5")
  void load_valueThatIsNoKey_isRefused_andNotShown() {
    assertThatThrownBy(() -> load(null, "a-key-in-no-format", null))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("cloakroom.keys.value")
        .hasMessageNotContaining("a-key-in-no-format");
  }

  @Test
  void load_ed25519WithItsPublicKey_signsAndVerifies() throws IOException {
    Path file = directory.resolve("key.pem");
    Files.writeString(file, text("ed25519.pem") + text("ed25519-public.pem"));

    assertSigns(load(file.toString(), null, null));
  }

  @Test
  void load_halvesOfTwoKinds_isRefused() throws IOException {
    Path file = directory.resolve("key.pem");
    Files.writeString(file, text("ed25519.pem") + text("sec1-public.pem"));

    assertThatThrownBy(() -> load(file.toString(), null, null)).hasMessageContaining("two kinds");
  }

  @Test
  void load_withoutKeys_makesOneOfTheKindThatIsSet() {
    KeyRing ring = loader.load(new KeySettings(null, null, null, null, null, OwnAlgorithm.ED25519));

    assertThat(ring.jwksJson()).contains("\"crv\":\"Ed25519\"", "\"alg\":\"EdDSA\"");
    assertSigns(ring);
  }

  /** RFC 8037, appendix A.1 to A.3. */
  @Test
  void rfc8037_keyOfAppendixA_hasTheThumbprintThere() {
    KeyRing ring =
        load(
            null,
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                + "\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
                + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
            null);

    assertThat(ring.signingKey().kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }
}
