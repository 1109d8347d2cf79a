package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.config.KeySettings;
import dev.cloakroom.config.OwnAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The PEM files beside this test were written by openssl 3. */
class KeyLoaderTest {
  private static final String PLACE = "classpath:dev/cloakroom/crypto/";
  private static final byte[] MESSAGE = {1, 2, 3};

  private final KeyLoader loader = new KeyLoader(KeyLoaderTest.class.getClassLoader());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8.pem", "sec1.pem"})
  void load_pemOfOpenssl_signsAndVerifies(String file) {
    KeyRing ring = load(PLACE + file);

    byte[] signature = ring.signingKey().sign(MESSAGE);
    VerificationKey key = ring.verificationKey(ring.signingKey().kid()).orElseThrow();
    assertThat(key.verify(MESSAGE, signature)).isTrue();
    assertThat(key.kid()).hasSize(43);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8-without-public.pem", "sec1-without-public.pem"})
  void load_publicKeyInABlockOfItsOwn_isUsed(String file) throws IOException {
    write("key.pem", fixture(file) + fixture("sec1-public.pem"));

    assertThat(load(directory + "/key.pem").signingKey().kid())
        .isEqualTo(load(PLACE + "sec1.pem").signingKey().kid());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkcs8-without-public.pem", "sec1-without-public.pem", "ed25519.pem"})
  void load_publicKeyMissing_saysHowToAddIt(String file) {
    refusal(PLACE + file)
        .hasMessageContaining(PLACE + file)
        .hasMessageContaining("public key is missing")
        .hasMessageContaining("openssl pkey -in key.pem -pubout >> key.pem");
  }

  @ParameterizedTest
  @Tag("J26")
  @CsvSource({
    "rsa1024.pem,an RSA 1024 key",
    "rsa-traditional.pem,an RSA key",
    "p384.pem,secp384r1",
    "p384-sec1.pem,another curve",
    "encrypted.pem,encrypted",
    "sec1-encrypted.pem,encrypted",
    "sec1-compressed.pem,not an uncompressed point",
    "sec1-public.pem,no private key"
  })
  void load_anotherKindOfKey_saysWhatItIs(String file, String kind) {
    refusal(PLACE + file).hasMessageContaining(kind).hasMessageContaining("Allowed: an EC P-256");
  }

  @Test
  void load_halvesOfDifferentPairs_isRefused() throws IOException {
    write("key.pem", fixture("pkcs8.pem") + fixture("sec1-public.pem"));

    refusal(directory + "/key.pem").hasMessageContaining("not a pair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMG\n-----END PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nMHcCAQEE\n-----END PUBLIC KEY-----",
        "-----BEGIN PRIVATE KEY-----",
        "hello",
        "",
        "{\"kty\":\"EC\"}",
        "{\"keys\":[]}",
        "{nonsense"
      })
  void load_brokenText_isRefused(String text) throws IOException {
    write("key.pem", text);

    refusal(directory + "/key.pem").hasMessageContaining("key.pem");
  }

  @Test
  void load_everyTruncationOfAKey_isRefusedAsSuch() throws IOException {
    String pem = fixture("sec1.pem");
    int begin = pem.indexOf("-----BEGIN EC PRIVATE KEY-----\n") + 31;
    int end = pem.indexOf('=', begin);
    for (int cut = begin; cut < end; cut++) {
      write("key.pem", pem.substring(0, cut) + pem.substring(end));
      refusal(directory + "/key.pem");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere/key.pem,no such file",
    "file:/nowhere/key.pem,no such file",
    "classpath:nowhere.pem,no such resource",
    "https://example.org/jwks.json,only files are read",
    "file://host/../%zz,not a valid location"
  })
  void load_locationThatNamesNothing_saysSo(String location, String problem) {
    refusal(location).hasMessageContaining(problem);
  }

  @Test
  void load_fileUrlOfAKey_isRead() throws IOException {
    write("key.pem", fixture("pkcs8.pem"));

    assertThat(load(directory.resolve("key.pem").toUri().toString()).signingKey().kid())
        .isEqualTo(load(PLACE + "pkcs8.pem").signingKey().kid());
  }

  @Test
  void load_emptyDirectory_isRefused() {
    refusal(directory.toString())
        .hasMessageContaining("no *.pem, *.jwk, *.json, *.p12 or *.pfx file");
  }

  @Test
  @Tag("G1")
  void load_directory_firstByNameSignsAndAllVerify() throws IOException {
    write("b.pem", fixture("sec1.pem"));
    write("a.pem", fixture("pkcs8.pem"));
    write("readme.txt", "not a key");
    KeyRing ring = load(directory.toString());

    String first = load(PLACE + "pkcs8.pem").signingKey().kid();
    String second = load(PLACE + "sec1.pem").signingKey().kid();
    assertThat(ring.signingKey().kid()).isEqualTo(first);
    assertThat(ring.verificationKey(first)).isPresent();
    assertThat(ring.verificationKey(second)).isPresent();
    assertThat(ring.verificationKey("other")).isEmpty();
  }

  @Test
  @Tag("G1")
  void load_retiredPublicKey_stillVerifies() throws IOException {
    write("a.pem", fixture("pkcs8.pem"));
    write("b.pem", fixture("sec1-public.pem"));
    SigningKey retired = load(PLACE + "sec1.pem").signingKey();

    VerificationKey key = load(directory.toString()).verificationKey(retired.kid()).orElseThrow();
    assertThat(key.verify(MESSAGE, retired.sign(MESSAGE))).isTrue();
  }

  /** A point off the curve can leak the key of who computes with it, and verifies nothing. */
  @Test
  void load_publicKeyOffTheCurve_isRefused() throws IOException {
    String pem = fixture("sec1-public.pem");
    int end = pem.indexOf("\n-----END");
    byte[] der = Base64.getMimeDecoder().decode(pem.substring(pem.indexOf('\n'), end));
    der[der.length - 1] ^= 1;
    write("a.pem", fixture("pkcs8.pem"));
    write(
        "b.pem",
        pem.substring(0, 27) + Base64.getEncoder().encodeToString(der) + pem.substring(end));

    refusal(directory.toString())
        .hasMessageContaining("b.pem")
        .hasMessageContaining("not a point of the curve");
  }

  @Test
  void load_pairInTwoFiles_isOneKey() throws IOException {
    write("a.pem", fixture("sec1.pem"));
    write("b.pem", fixture("sec1-public.pem"));

    assertThat(load(directory.toString()).jwksJson()).containsOnlyOnce("\"kid\"");
  }

  @Test
  void load_withoutLocation_makesANewKeyEachTime() {
    assertThat(load(null).signingKey().kid()).isNotEqualTo(load(null).signingKey().kid());
    assertThat(KeyLoader.generate().signingKey().isPair()).isTrue();
  }

  @Test
  void load_whatIsNoFile_orALargeOne_isRefused() throws IOException {
    String key = SigningKey.generate(OwnAlgorithm.ES256).jwk();
    write("key.jwk", key + " ".repeat(1 << 20));
    refusal(directory.toString()).hasMessageContaining("more than");
    write("key.jwk", key + " ".repeat(1 << 19));
    assertThat(load(directory.toString()).kids()).hasSize(1);

    Files.createDirectory(directory.resolve("folder.pem"));
    refusal(directory.toString()).hasMessageContaining("not a regular file");
  }

  private KeyRing load(@Nullable String location) {
    return loader.load(KeySettings.of(location, null));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String location) {
    return assertThatThrownBy(() -> load(location)).isInstanceOf(UnusableKeyException.class);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static String fixture(String name) throws IOException {
    try (InputStream in = KeyLoaderTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
