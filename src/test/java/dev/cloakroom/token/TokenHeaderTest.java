package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.cloakroom.config.KeySettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyLoader;
import dev.cloakroom.crypto.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHeaderTest {
  private static final String TYPE = "sid+jwt";

  private final KeyRing keys = KeyLoader.generate();
  private final TokenHeader header = header(keys, TYPE);

  @ParameterizedTest
  @ValueSource(strings = {"key-1", "a\"b\\c", "ü", "\u2028", "😀"})
  void header_ofAKeyWithAnyId_isRecognisedAndNamesIt(String kid, @TempDir Path folder)
      throws Exception {
    KeyRing ring = ringOf(kid, folder);
    TokenHeader written = header(ring, TYPE);

    assertThat(written.isOf(token(written.encodedFor("e30")))).isTrue();
    assertThat(TokenHeader.kid(decoded(written.encodedFor("e30")), TYPE)).hasValue(kid);
  }

  @Test
  @Tag("J5")
  void kid_longerThanAnyKeyHas_isRefused() {
    assertThat(kid("k".repeat(256))).isPresent();
    assertThat(kid("k".repeat(257))).isEmpty();
  }

  @Test
  @Tag("J10")
  void kid_ofAnotherTypeOrForm_isNone() {
    assertThat(kid("k")).hasValue("k");
    assertThat(TokenHeader.kid(json("k").getBytes(UTF_8), "at+jwt")).isEmpty();
    assertThat(TokenHeader.kid(json("k").replace("ES256", "none").getBytes(UTF_8), TYPE)).isEmpty();
    assertThat(TokenHeader.kid(json("k").replace("{", "{\"jwk\":{},").getBytes(UTF_8), TYPE))
        .isEmpty();
    assertThat(TokenHeader.kid("[]".getBytes(UTF_8), TYPE)).isEmpty();
  }

  @Test
  @Tag("J1")
  void isSealed_anyOtherPayloadMacKeyOrType_isFalse() {
    String genuine = header.encodedFor("e30");
    String changed = new String(decoded(genuine), UTF_8).replaceFirst(".\"}$", "?\"}");

    assertThat(isSealed(header, token(genuine, "e30"))).isTrue();
    assertThat(isSealed(header, token(genuine, "e31"))).isFalse();
    assertThat(isSealed(header, token(genuine, ""))).isFalse();
    assertThat(isSealed(header, token(Base64Url.encode(changed.getBytes(UTF_8)), "e30"))).isFalse();
    assertThat(header(keys, "at+jwt").isOf(token(genuine))).isFalse();
    assertThat(header(KeyLoader.generate(), TYPE).isOf(token(genuine))).isFalse();
  }

  /** What makes the MAC of one type must say nothing about the other's. */
  @Test
  @Tag("J3")
  void mac_ofTheSameClaimsInAnotherType_isUnrelated() {
    TokenHeader other = header(keys, "at+jwt");

    assertThat(header.macOf(token(header.encodedFor("e30"))))
        .isNotEqualTo(other.macOf(token(other.encodedFor("e30"))));
  }

  @Test
  @Tag("G5")
  void toString_showsNoMacAndNoKey() {
    assertThat(header).hasToString("TokenHeader[" + keys.signingKey().kid() + "]");
  }

  private static boolean isSealed(TokenHeader header, CompactToken token) {
    return header.isSealed(token, header.macKey().orElseThrow());
  }

  private static TokenHeader header(KeyRing keys, String type) {
    return TokenHeader.of(keys, keys.signingKey().verificationKey(), type);
  }

  private static CompactToken token(String header) {
    return token(header, "e30");
  }

  private static CompactToken token(String header, String payload) {
    return CompactToken.parse(header + "." + payload + "." + "A".repeat(86)).orElseThrow();
  }

  private static byte[] decoded(String part) {
    return Base64Url.decode(part).orElseThrow();
  }

  private static Optional<String> kid(String kid) {
    return TokenHeader.kid(json(kid).getBytes(UTF_8), TYPE);
  }

  private static String json(String kid) {
    return "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\",\"typ\":\"sid+jwt\",\"mac\":\"x\"}";
  }

  private static KeyRing ringOf(String kid, Path folder) throws Exception {
    Path file = folder.resolve("key.jwk");
    Files.writeString(file, new ECKeyGenerator(Curve.P_256).keyID(kid).generate().toJSONString());
    return new KeyLoader(TokenHeaderTest.class.getClassLoader())
        .load(KeySettings.of(file.toString(), null));
  }
}
