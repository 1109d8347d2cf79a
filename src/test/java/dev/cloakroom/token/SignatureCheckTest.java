package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.KeySecret;
import dev.cloakroom.config.KeySettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.testing.ManualClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which signatures are checked, told by what is refused although its signature is true. */
class SignatureCheckTest {
  private static final String TYPE = "at+jwt";
  private static final String CLAIMS = "{\"sub\":\"alice\"}";
  private static final Duration HELD_UP = Duration.ofSeconds(10);
  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final ManualClock clock = ManualClock.atNoon();
  private final RandomIds random = new RandomIds();
  private final KeyRing keys = KeyLoader.generate();
  private final SignatureCheck check = new SignatureCheck(keys, TYPE, clock);
  private final String genuine = SignedClaims.by(keys, CLAIMS).text();

  private boolean accepts(String text) {
    return accepts(check, text);
  }

  private static boolean accepts(SignatureCheck check, String text) {
    return CompactToken.parse(text).flatMap(check::signer).isPresent();
  }

  /** The same claims under another signature, which could be one. */
  private String resigned(String token) {
    byte[] signature = random.salt(64);
    signature[0] &= 0x7f;
    signature[32] &= 0x7f;
    return token.substring(0, token.lastIndexOf('.') + 1) + Base64Url.encode(signature);
  }

  private void resignedOften(SignatureCheck by, String token) {
    for (int i = 0; i < 4; i++) {
      assertThat(accepts(by, resigned(token))).isFalse();
    }
  }

  /** A true signature over a header without our MAC. */
  private String withoutMac(String claims) {
    String header = new String(TokenForge.headerOf(keys, bytes(claims)), UTF_8);
    String other = header.replaceFirst("\"mac\":\"[^\"]*", "\"mac\":\"" + "A".repeat(22));
    return TokenForge.signedBy(keys.signingKey(), bytes(other), bytes(claims)).text();
  }

  @Test
  @Tag("J1")
  @Tag("P10")
  void isGenuine_falseMac_isRefusedBeforeTheSignature_andNotRemembered() {
    assertThat(accepts(withoutMac(CLAIMS))).as("its signature is true").isFalse();
    for (int i = 0; i < 20; i++) {
      assertThat(accepts(resigned(withoutMac("{\"n\":" + i + "}")))).isFalse();
    }

    assertThat(check.size()).isZero();
    assertThat(accepts(genuine)).isTrue();
  }

  @Test
  @Tag("J1")
  @Tag("P10")
  void isGenuine_genuineClaimsUnderEverNewSignatures_areCheckedAFewTimes() {
    resignedOften(check, genuine);
    assertThat(accepts(genuine)).as("not even looked at").isFalse();

    clock.advance(HELD_UP.minusMillis(1));
    assertThat(accepts(genuine)).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(accepts(genuine)).isTrue();
  }

  /** As a damaged one may come before it. */
  @Test
  void isGenuine_fewForgeriesBefore_isNotHeldUp() {
    for (int i = 0; i < 3; i++) {
      assertThat(accepts(resigned(genuine))).isFalse();
    }

    assertThat(accepts(genuine)).isTrue();
  }

  /** Who holds up a token must know all of it but the signature; its MAC alone is not enough. */
  @Test
  void isGenuine_macOfAnotherTokenUnderOtherClaims_holdsNobodyUp() {
    String[] parts = genuine.split("\\.", -1);
    String stolen = parts[0] + "." + Base64Url.encode(bytes("{}")) + "." + parts[2];

    resignedOften(check, stolen);
    resignedOften(check, SignedClaims.by(keys, "{\"sub\":\"bob\"}").text());
    assertThat(accepts(genuine)).isTrue();
  }

  @Test
  @Tag("J13")
  void isGenuine_whatCannotBeASignature_isRefused() {
    String start = genuine.substring(0, genuine.lastIndexOf('.') + 1);

    assertThat(accepts(start)).isFalse();
    assertThat(accepts(start + "A".repeat(85))).isFalse();
    assertThat(accepts(genuine)).isTrue();
  }

  @Test
  @Tag("P10")
  void heldUp_moreTokensThanThereIsRoomFor_staysBounded(@TempDir Path folder) {
    KeyRing ring = ring(folder, null, "pkcs8.pem");
    SignatureCheck bounded = new SignatureCheck(ring, TYPE, clock);
    TokenHeader header = TokenHeader.of(ring, ring.signingKey().verificationKey(), TYPE);
    String zeros = "." + "A".repeat(86);
    for (int i = 0; i < 12_000; i++) {
      String payload = Base64Url.encode(bytes("{\"n\":" + i + "}"));
      accepts(bounded, header.encodedFor(payload) + "." + payload + zeros);
    }

    assertThat(bounded.size()).isBetween(5_000L, 10_000L);
  }

  /** As all nodes have both while keys are changed. */
  @Test
  @Tag("G1")
  void isGenuine_tokenOfTheKeyBehindTheFirst_isProvenByItsOwnMac(@TempDir Path folder) {
    KeyRing before = ring(folder, null, "sec1.pem");
    KeyRing after = ring(folder, null, "pkcs8.pem", "sec1.pem");
    SignatureCheck later = new SignatureCheck(after, TYPE, clock);
    String old = SignedClaims.by(before, CLAIMS).text();

    resignedOften(later, old);
    assertThat(accepts(later, old)).as("held up, so its MAC was found true").isFalse();
    clock.advance(HELD_UP);
    assertThat(accepts(later, old)).isTrue();
    assertThat(accepts(later, SignedClaims.by(after, CLAIMS).text())).isTrue();
  }

  /** Nobody's access token ends because of a secret that signs none. */
  @Test
  @Tag("G1")
  void isGenuine_anotherSecretConfigured_changesNothing(@TempDir Path folder) {
    String old = SignedClaims.by(ring(folder, null, "pkcs8.pem"), CLAIMS).text();
    SignatureCheck later = new SignatureCheck(ring(folder, SECRET, "pkcs8.pem"), TYPE, clock);

    assertThat(accepts(later, old)).isTrue();
  }

  /** Without the private half there is no MAC to prove. */
  @Test
  @Tag("G1")
  void isGenuine_keyThatOnlyVerifies_isCheckedBySignatureEachTime(@TempDir Path folder) {
    KeyRing retired = ring(folder, null, "sec1.pem");
    SignatureCheck later =
        new SignatureCheck(ring(folder, null, "pkcs8.pem", "sec1-public.pem"), TYPE, clock);
    String old = SignedClaims.by(retired, CLAIMS).text();

    resignedOften(later, old);
    assertThat(accepts(later, old)).isTrue();
    assertThat(later.size()).isZero();
  }

  private static KeyRing ring(Path folder, @Nullable String secret, String... names) {
    try {
      Path ring = Files.createTempDirectory(folder, "ring");
      for (int i = 0; i < names.length; i++) {
        copy(names[i], ring.resolve(i + ".pem"));
      }
      return new KeyLoader(SignatureCheckTest.class.getClassLoader())
          .load(
              KeySettings.of(
                  ring.toString(), secret == null ? null : KeySecret.decode(secret).orElseThrow()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(String name, Path file) throws IOException {
    String resource = "dev/cloakroom/crypto/" + name;
    try (InputStream in = SignatureCheckTest.class.getClassLoader().getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in), file);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
