package dev.cloakroom.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes shared keys, private halves included, as a text that a store may keep: sealed by a key
 * that the store does not have. Thread-safe.
 */
public final class SealedKeys {
  private static final byte[] OWNER = "signing keys".getBytes(US_ASCII);
  private static final String NUMBER = "edition";
  private static final String KEYS = "keys";
  private static final String JWK = "jwk";
  private static final String FROM = "from";

  private final Sealing sealing;

  /** Seals by keys that are made for nothing else. */
  public SealedKeys(Sealing sealing) {
    this.sealing = sealing;
  }

  /** The text; ASCII without spaces. */
  public String seal(KeyEdition edition) {
    List<Object> keys = new ArrayList<>();
    edition
        .keys()
        .forEach(
            key -> keys.add(Map.of(JWK, key.key().jwk(), FROM, key.signsFrom().toEpochMilli())));
    String json = JSONObjectUtils.toJSONString(Map.of(NUMBER, edition.number(), KEYS, keys));
    return sealing.seal(json.getBytes(UTF_8), OWNER);
  }

  /**
   * Reads a text.
   *
   * @throws UnopenedSealException if it was sealed by another key, or changed
   */
  public KeyEdition open(String text) throws UnopenedSealException {
    String json = new String(sealing.open(text, OWNER), UTF_8);
    try {
      Map<String, Object> members = JSONObjectUtils.parse(json);
      List<DatedKey> keys = new ArrayList<>();
      for (Map<String, Object> each : JSONObjectUtils.getJSONObjectArray(members, KEYS)) {
        keys.add(key(each));
      }
      return new KeyEdition(JSONObjectUtils.getLong(members, NUMBER), keys);
    } catch (ParseException | UnusableKeyException | NullPointerException another) {
      throw new UnopenedSealException("It was written by another version of Cloakroom.");
    }
  }

  private static DatedKey key(Map<String, Object> members) throws ParseException {
    String jwk = JSONObjectUtils.getString(members, JWK);
    Instant from = Instant.ofEpochMilli(JSONObjectUtils.getLong(members, FROM));
    return new DatedKey(JwkKeys.parse("the store", jwk).get(0).signingKey().orElseThrow(), from);
  }
}
