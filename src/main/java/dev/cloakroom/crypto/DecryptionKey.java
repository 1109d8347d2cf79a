package dev.cloakroom.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/**
 * A private RSA key that others encrypt the keys of tokens for (<a
 * href="https://www.rfc-editor.org/rfc/rfc7518#section-4.3">RFC 7518 §4.3</a>). Thread-safe.
 */
public final class DecryptionKey {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

  private static final int SHORTEST = 2048;

  /** Anybody may have one operation of it done by each token that they show. */
  private static final int LONGEST = 4096;

  private static final Map<String, OAEPParameterSpec> PADDINGS =
      Map.of(
          "RSA-OAEP", padding("SHA-1", MGF1ParameterSpec.SHA1),
          "RSA-OAEP-256", padding("SHA-256", MGF1ParameterSpec.SHA256));

  private final @Nullable String kid;
  private final RSAPrivateKey key;

  private DecryptionKey(@Nullable String kid, RSAPrivateKey key) {
    this.kid = kid;
    this.key = key;
  }

  private static OAEPParameterSpec padding(String digest, MGF1ParameterSpec mask) {
    return new OAEPParameterSpec(digest, "MGF1", mask, PSource.PSpecified.DEFAULT);
  }

  /** Its id; null where it has none. */
  public @Nullable String kid() {
    return kid;
  }

  /**
   * The keys of a text: PEM (PKCS#8), JWK or JWK set, the last two in base64url as well.
   *
   * @param where the place of the text, for messages
   * @throws UnusableKeyException if a key is not a private one of RSA with 2048 to 4096 bits, or if
   *     two have one id, or none
   */
  public static List<DecryptionKey> read(String where, String text) {
    String plain = KeyPlace.decoded(text);
    try {
      List<DecryptionKey> keys = PublicKeyText.isPem(plain) ? pem(plain) : json(plain);
      check(where, keys);
      return keys;
    } catch (ParseException | JOSEException | GeneralSecurityException malformed) {
      throw unusable(where, "it is no private RSA key, as PEM (PKCS#8), JWK or JWK set");
    } catch (IllegalArgumentException malformed) {
      throw unusable(where, "a key in it is malformed");
    }
  }

  private static List<DecryptionKey> pem(String text) throws GeneralSecurityException {
    List<DecryptionKey> keys = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      PKCS8EncodedKeySpec spec =
          new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
      keys.add(
          new DecryptionKey(
              null, (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec)));
    }
    return keys;
  }

  private static List<DecryptionKey> json(String text) throws ParseException, JOSEException {
    Map<String, Object> json = JSONObjectUtils.parse(text);
    List<JWK> jwks =
        json.containsKey("keys") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json));
    List<DecryptionKey> keys = new ArrayList<>();
    for (JWK jwk : jwks) {
      if (jwk instanceof RSAKey rsa && rsa.isPrivate()) {
        keys.add(new DecryptionKey(rsa.getKeyID(), rsa.toRSAPrivateKey()));
      }
    }
    return keys;
  }

  private static void check(String where, List<DecryptionKey> keys) {
    if (keys.isEmpty() || keys.stream().anyMatch(each -> each.bits() < SHORTEST)) {
      throw unusable(where, "there is no private RSA key of 2048 bits or more in it");
    }
    if (keys.stream().anyMatch(each -> each.bits() > LONGEST)) {
      throw unusable(
          where,
          "a key in it has more than 4096 bits, and anybody could keep the processors busy with it."
              + " Use one of 2048 to 4096");
    }
    Set<@Nullable String> ids = new HashSet<>();
    if (!keys.stream().allMatch(each -> ids.add(each.kid))) {
      throw unusable(where, "two keys in it have one kid, or none. Give each a kid of its own");
    }
  }

  private int bits() {
    return key.getModulus().bitLength();
  }

  /**
   * Takes the key out of its wrapping.
   *
   * @param algorithm {@code RSA-OAEP} or {@code RSA-OAEP-256}
   * @return empty if it was not wrapped for this key, or by another algorithm
   */
  public Optional<byte[]> unwrap(String algorithm, byte[] wrapped) {
    OAEPParameterSpec padding = PADDINGS.get(algorithm);
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, padding);
      return Optional.of(cipher.doFinal(wrapped));
    } catch (GeneralSecurityException notForThisKey) {
      return Optional.empty();
    }
  }

  private static UnusableKeyException unusable(String where, String problem) {
    return new UnusableKeyException(where, problem, UnusableKeyException.MAKE_A_KEY);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "DecryptionKey[" + kid + "]";
  }
}
