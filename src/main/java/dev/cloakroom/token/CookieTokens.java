package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyRing;
import dev.cloakroom.crypto.SigningKey;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Web Tokens for a session cookie, signed by ES256. Their type is {@code sid+jwt}, so that
 * none is ever taken for an access token, nor the other way round (<a
 * href="https://www.rfc-editor.org/rfc/rfc8725#section-3.11">RFC 8725 §3.11</a>).
 *
 * <p>Thread-safe.
 */
public final class CookieTokens {
  private static final String TYPE = "sid+jwt";
  private static final int SIGNATURE_LENGTH = 86;

  private final KeyRing keys;
  private final SigningKey key;
  private final String header;
  private final Cache<String, ReadToken> genuine;

  /**
   * What a token says.
   *
   * @param claims by name
   * @param proof whether one of our keys signed it
   */
  public record ReadToken(Map<String, Object> claims, Proof proof) {
    @Override
    public String toString() {
      return "ReadToken[" + proof + "]";
    }
  }

  /** Whether a token is signed by a key that we have. */
  public enum Proof {
    /** It is. */
    GENUINE,
    /** It names a key that we do not have, perhaps no longer. */
    UNKNOWN_KEY
  }

  /**
   * Signs with the current key of the ring.
   *
   * @param maximumBytes how much memory genuine tokens take at most, about, that are remembered so
   *     as not to be checked again
   */
  public CookieTokens(KeyRing keys, long maximumBytes) {
    this.keys = keys;
    this.key = keys.signingKey();
    this.header = encode(AccessTokenHeader.json(key.kid(), TYPE));
    this.genuine =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String text, ReadToken token) -> TokenWeight.of(text))
            .executor(Runnable::run)
            .build();
  }

  /** The token of these claims; empty if it would have more characters than there is room for. */
  public Optional<String> issue(Map<String, Object> claims, int room) {
    String signingInput = header + "." + encode(JSONObjectUtils.toJSONString(claims));
    return signingInput.length() + 1 + SIGNATURE_LENGTH > room
        ? Optional.empty()
        : Optional.of(
            signingInput + "." + Base64Url.encode(key.sign(signingInput.getBytes(US_ASCII))));
  }

  /** What a text says; empty if it is no such token, or one with a false signature. */
  public Optional<ReadToken> read(String text) {
    ReadToken known = genuine.getIfPresent(text);
    return known == null ? readFirstSeen(text) : Optional.of(known);
  }

  private Optional<ReadToken> readFirstSeen(String text) {
    Optional<ReadToken> read = CompactToken.parse(text).flatMap(this::read);
    read.filter(token -> token.proof() == Proof.GENUINE)
        .ifPresent(token -> genuine.put(text, token));
    return read;
  }

  private Optional<ReadToken> read(CompactToken token) {
    return AccessTokenHeader.kid(token.header(), TYPE)
        .flatMap(kid -> proof(token, kid))
        .flatMap(
            proof ->
                StrictJson.parseObject(token.payload())
                    .map(claims -> new ReadToken(claims, proof)));
  }

  private Optional<Proof> proof(CompactToken token, String kid) {
    return keys.verificationKey(kid)
        .map(
            known ->
                known.verify(token.signingInput(), token.signature())
                    ? Optional.of(Proof.GENUINE)
                    : Optional.<Proof>empty())
        .orElse(Optional.of(Proof.UNKNOWN_KEY));
  }

  private static String encode(String json) {
    return Base64Url.encode(json.getBytes(UTF_8));
  }
}
