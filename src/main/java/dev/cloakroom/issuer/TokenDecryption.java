package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cloakroom.config.GivenKey;
import dev.cloakroom.config.MpJwtSettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.DecryptionKey;
import dev.cloakroom.crypto.KeyPlace;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.UnusableKeyException;
import dev.cloakroom.token.StrictJson;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes a signed token out of an encrypted one in compact form (<a
 * href="https://www.rfc-editor.org/rfc/rfc7516#section-5.2">RFC 7516 §5.2</a>), as MicroProfile JWT
 * 2.1, section 5 has them: its key wrapped by RSA-OAEP, what is in it by A256GCM. That it could be
 * decrypted says nothing of who made it. Thread-safe.
 */
final class TokenDecryption {
  private static final int PARTS = 5;
  private static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final List<DecryptionKey> keys;
  private final Set<String> algorithms;
  private final RandomIds random = new RandomIds();

  private TokenDecryption(List<DecryptionKey> keys, Set<String> algorithms) {
    this.keys = keys;
    this.algorithms = algorithms;
  }

  /**
   * One by the keys that the configuration gives.
   *
   * @throws UnusableIssuerException if they cannot be used
   */
  static TokenDecryption by(GivenKey given, MpJwtSettings settings, ClassLoader resources) {
    try {
      return new TokenDecryption(
          DecryptionKey.read(given.value(), text(given, resources)),
          settings.decryptionAlgorithms());
    } catch (UnusableKeyException e) {
      throw unusable(given, e.problem());
    }
  }

  private static String text(GivenKey given, ClassLoader resources) {
    String place = given.value();
    try {
      return WebText.isAddress(place)
          ? WebText.at(URI.create(place))
          : KeyPlace.read(place, resources);
    } catch (UnusableDocumentException e) {
      throw unusable(given, e.getMessage());
    }
  }

  private static UnusableIssuerException unusable(GivenKey given, @Nullable String problem) {
    return new UnusableIssuerException(
        "%s cannot be used: %s. Write where the private RSA key is that tokens are encrypted for."
            .formatted(given.setting(), problem));
  }

  /** The signed token; empty if this is no encrypted one, or not for one of these keys. */
  Optional<String> decrypt(String text) {
    String[] parts = text.split("\\.", -1);
    return text.length() <= JwsToken.MAX_LENGTH && parts.length == PARTS
        ? Base64Url.decode(parts[0])
            .flatMap(StrictJson::parseObject)
            .filter(this::isAllowed)
            .flatMap(header -> decrypt(header, parts))
        : Optional.empty();
  }

  /** Whether a text has the parts of an encrypted token, whatever they are. */
  static boolean isEncrypted(String text) {
    return text.chars().filter(character -> character == '.').count() == PARTS - 1;
  }

  private boolean isAllowed(Map<String, Object> header) {
    return header.get("alg") instanceof String algorithm
        && algorithms.contains(algorithm)
        && "A256GCM".equals(header.get("enc"))
        && header.get("cty") instanceof String type
        && type.equalsIgnoreCase("JWT")
        && !header.containsKey("crit")
        && !header.containsKey("zip");
  }

  private Optional<String> decrypt(Map<String, Object> header, String[] parts) {
    Optional<DecryptionKey> key = key(header.get("kid"));
    Optional<byte[]> wrapped = Base64Url.decode(parts[1]);
    Optional<byte[]> iv = Base64Url.decode(parts[2]).filter(bytes -> bytes.length == IV_BYTES);
    Optional<byte[]> body = Base64Url.decode(parts[3]);
    Optional<byte[]> tag = Base64Url.decode(parts[4]).filter(bytes -> bytes.length == TAG_BYTES);
    if (key.isEmpty() || wrapped.isEmpty() || iv.isEmpty() || body.isEmpty() || tag.isEmpty()) {
      return Optional.empty();
    }
    String algorithm = Objects.requireNonNull((String) header.get("alg"));
    byte[] content =
        key.get()
            .unwrap(algorithm, wrapped.get())
            .filter(bytes -> bytes.length == KEY_BYTES)
            .orElseGet(this::anyKey);
    return opened(content, iv.get(), joined(body.get(), tag.get()), parts[0]);
  }

  /** The one with the id that is named, else the only one without an id. */
  private Optional<DecryptionKey> key(@Nullable Object kid) {
    return keys.stream()
        .filter(key -> kid != null && kid.equals(key.kid()))
        .findFirst()
        .or(() -> keys.stream().filter(key -> kid == null || key.kid() == null).findFirst());
  }

  /** Goes on as if it were the key, so that nobody can tell by the time what was wrong (§11.5). */
  private byte[] anyKey() {
    return random.salt(KEY_BYTES);
  }

  private static byte[] joined(byte[] body, byte[] tag) {
    byte[] both = Arrays.copyOf(body, body.length + tag.length);
    System.arraycopy(tag, 0, both, body.length, tag.length);
    return both;
  }

  private static Optional<String> opened(byte[] key, byte[] iv, byte[] sealed, String header) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
      cipher.updateAAD(header.getBytes(ISO_8859_1));
      return Optional.of(new String(cipher.doFinal(sealed), ISO_8859_1));
    } catch (GeneralSecurityException notSealedByThisKey) {
      return Optional.empty();
    }
  }
}
