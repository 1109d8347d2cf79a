package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.PublicKeyText;
import dev.cloakroom.token.StrictJson;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys of a text: PEM, JWK or JWK set. */
final class KeyDocument {

  private KeyDocument() {}

  /** Those that may be used; none if it is no such text. */
  static KeySet keys(String text, KeyReader reader) {
    return PublicKeyText.isPem(text)
        ? keys(PublicKeyText.pem(text), reader)
        : json(text).flatMap(reader::read).orElse(KeySet.EMPTY);
  }

  /** Whether there is one in it at all, for whatever. */
  static boolean hasKeys(String text) {
    return PublicKeyText.isPem(text)
        ? !PublicKeyText.pem(text).isEmpty()
        : json(text).filter(KeyReader::hasKeys).isPresent();
  }

  /** Whether none was passed over that is for signatures. */
  static boolean isTakenWhole(String text, KeyReader reader) {
    return PublicKeyText.isPem(text) || json(text).filter(reader::takesAll).isPresent();
  }

  private static Optional<Map<String, Object>> json(String text) {
    return StrictJson.parseObject(text.strip().getBytes(UTF_8));
  }

  /** All of them, or none: who writes a key down means it to be taken. */
  private static KeySet keys(List<PublicKey> written, KeyReader reader) {
    List<ForeignKey> keys =
        written.stream().flatMap(key -> reader.key(null, null, key).stream()).toList();
    return keys.size() == written.size() ? new KeySet(keys) : KeySet.EMPTY;
  }
}
