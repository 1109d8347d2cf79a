package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeyRing;
import java.time.Clock;
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

  private final KeyRing keys;
  private final TokenSigner signer;
  private final SignatureCheck signatures;
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
  public CookieTokens(KeyRing keys, Clock clock, long maximumBytes) {
    this.keys = keys;
    this.signer = new TokenSigner(keys, TYPE);
    this.signatures = new SignatureCheck(keys, TYPE, clock);
    this.genuine =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String text, ReadToken token) -> TokenWeight.of(text))
            .executor(Runnable::run)
            .build();
  }

  /** The token of these claims; empty if it would have more characters than there is room for. */
  public Optional<String> issue(Map<String, Object> claims, int room) {
    Optional<String> issued = signer.sign(JSONObjectUtils.toJSONString(claims), room);
    issued.ifPresent(this::keep);
    return issued;
  }

  /** Keeps a token that was issued here, so that its first use is a look-up, too. */
  private void keep(String issued) {
    CompactToken.parse(issued)
        .flatMap(token -> read(token, Proof.GENUINE))
        .ifPresent(token -> genuine.put(issued, token));
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
    return proof(token).flatMap(proof -> read(token, proof));
  }

  private static Optional<ReadToken> read(CompactToken token, Proof proof) {
    return Base64Url.decode(token.payload())
        .flatMap(StrictJson::parseObject)
        .map(claims -> new ReadToken(claims, proof));
  }

  private Optional<Proof> proof(CompactToken token) {
    if (signatures.isGenuine(token)) {
      return Optional.of(Proof.GENUINE);
    }
    return TokenHeader.kid(token.header().getBytes(ISO_8859_1), TYPE)
        .filter(kid -> keys.verificationKey(kid).isEmpty())
        .map(kid -> Proof.UNKNOWN_KEY);
  }
}
