package dev.cloakroom.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.cloakroom.config.KeySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as JWK and JWK sets, written by another library. */
class KeyLoaderJwkTest {
  private final KeyLoader loader = new KeyLoader(KeyLoaderJwkTest.class.getClassLoader());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Test
  void load_jwkWithKid_keepsTheKid() throws Exception {
    write("key.jwk", ecKey("mine").toJSONString());

    assertThat(load(directory.toString()).signingKey().kid()).isEqualTo("mine");
  }

  @Test
  void load_jwkWithoutKid_takesTheThumbprint() throws Exception {
    ECKey jwk = new ECKeyGenerator(Curve.P_256).generate();
    write("key.jwk", jwk.toJSONString());

    assertThat(load(directory.toString()).signingKey().kid())
        .isEqualTo(jwk.computeThumbprint().toString());
  }

  @Test
  void load_jwkSet_firstSignsAndAllVerify() throws Exception {
    write("keys.json", set(ecKey("one").toJSONString(), ecKey("two").toJSONString()));
    KeyRing ring = load(directory.toString());

    assertThat(ring.signingKey().kid()).isEqualTo("one");
    assertThat(ring.verificationKey("two")).isPresent();
  }

  @Test
  void load_twoKeysOfOneKid_isRefused() throws Exception {
    write("keys.json", set(ecKey("one").toJSONString(), ecKey("one").toJSONString()));

    refusal(directory.toString()).hasMessageContaining("the kid 'one' is also in");
  }

  @Test
  @Tag("J3")
  void load_jwkForSomethingElse_isRefused() throws Exception {
    String jwk = ecKey("one").toJSONString();
    write("key.jwk", jwk.replace("{", "{\"use\":\"enc\","));
    refusal(directory.toString()).hasMessageContaining("its use is 'enc'");
    write("key.jwk", jwk.replace("{", "{\"alg\":\"ES512\","));
    refusal(directory.toString()).hasMessageContaining("its alg is 'ES512'");
    write("key.jwk", jwk.replace("{", "{\"key_ops\":[\"encrypt\"],"));
    refusal(directory.toString()).hasMessageContaining("its key_ops do not include 'sign'");
    write("key.jwk", jwk.replace("{", "{\"key_ops\":[\"sign\",\"verify\"],"));
    assertThat(load(directory.toString()).signingKey().kid()).isEqualTo("one");
    write("key.jwk", jwk.replace("{", "{\"use\":\"sig\",\"alg\":\"ES256\","));
    assertThat(load(directory.toString()).signingKey().kid()).isEqualTo("one");
  }

  @Test
  @Tag("J26")
  void load_jwkOfAnotherKind_saysWhatItIs() throws Exception {
    write("key.jwk", new RSAKeyGenerator(2048).generate().toJSONString());
    refusal(directory.toString()).hasMessageContaining("an RSA 2048 key");
    write("key.jwk", new ECKeyGenerator(Curve.P_384).generate().toJSONString());
    refusal(directory.toString()).hasMessageContaining("an EC key on P-384");
    write("key.jwk", "{\"kty\":\"oct\",\"k\":\"AAAA\"}");
    refusal(directory.toString()).hasMessageContaining("a key of type oct");
  }

  @Test
  @Tag("J5")
  void load_kidTooLong_isRefused() throws Exception {
    write("key.jwk", ecKey("k".repeat(257)).toJSONString());
    refusal(directory.toString()).hasMessageContaining("257 characters");
    write("key.jwk", ecKey("k".repeat(256)).toJSONString());
    assertThat(load(directory.toString()).signingKey().kid()).hasSize(256);
  }

  @Test
  @Tag("G5")
  void refusal_ofAnyKey_neverShowsIt() throws Exception {
    ECKey jwk = ecKey("one");
    write("key.jwk", jwk.toJSONString().replace(jwk.getX().toString(), "@"));

    refusal(directory.toString()).hasMessageNotContaining(jwk.getD().toString()).hasNoCause();
  }

  private KeyRing load(@Nullable String location) {
    return loader.load(KeySettings.of(location, null));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String location) {
    return assertThatThrownBy(() -> load(location)).isInstanceOf(UnusableKeyException.class);
  }

  private static ECKey ecKey(String kid) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
  }

  private static String set(String... jwks) {
    return "{\"keys\":[" + String.join(",", jwks) + "]}";
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
