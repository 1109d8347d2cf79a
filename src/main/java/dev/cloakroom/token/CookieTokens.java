package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.VerificationKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * JSON Web Tokens for a session cookie, signed as access tokens are. Their type is {@code sid+jwt},
 * so that none is ever taken for an access token, nor the other way round (<a
 * href="https://www.rfc-editor.org/rfc/rfc8725#section-3.11">RFC 8725 §3.11</a>).
 *
 * <p>Thread-safe.
 */
public final class CookieTokens {
  private static final String TYPE = "sid+jwt";

  private final KeySource keys;
  private final TokenSigner signer;
  private final SignatureCheck signatures;
  private final Cache<String, Genuine> genuine;

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

  /** What a token says, and the key that it is genuine by. */
  private record Genuine(ReadToken token, VerificationKey key) {}

  /** Whether a token is signed by a key that we have. */
  public enum Proof {
    /** It is. */
    GENUINE,
    /** It names a key that we do not have, perhaps no longer. */
    UNKNOWN_KEY
  }

  /**
   * Signs with the key that is current when it does.
   *
   * @param maximumBytes how much memory genuine tokens take at most, about, that are remembered so
   *     as not to be checked again
   */
  public CookieTokens(KeySource keys, Clock clock, long maximumBytes) {
    this.keys = keys;
    this.signer = new TokenSigner(keys, TYPE);
    this.signatures = new SignatureCheck(keys, TYPE, clock);
    this.genuine =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .weigher((String text, Genuine token) -> TokenWeight.of(text))
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
        .ifPresent(token -> signatures.named(token).ifPresent(key -> keep(issued, token, key)));
  }

  private Optional<ReadToken> keep(String text, CompactToken token, VerificationKey key) {
    Optional<ReadToken> read = read(token, Proof.GENUINE);
    read.ifPresent(one -> genuine.put(text, new Genuine(one, key)));
    return read;
  }

  /** What a text says; empty if it is no such token, or one with a false signature. */
  public Optional<ReadToken> read(String text) {
    Genuine known = genuine.getIfPresent(text);
    return known == null || !signatures.isTrusted(known.key)
        ? CompactToken.parse(text).flatMap(token -> readFirstSeen(text, token))
        : Optional.of(known.token);
  }

  private Optional<ReadToken> readFirstSeen(String text, CompactToken token) {
    Optional<VerificationKey> key = signatures.signer(token, this::isRenewed);
    if (key.isPresent()) {
      return keep(text, token, key.get());
    }
    return isOfUnknownKey(token) ? read(token, Proof.UNKNOWN_KEY) : Optional.empty();
  }

  /** Where the store that has the keys fails, this one's stays unknown: nobody needs it to read. */
  private boolean isRenewed() {
    try {
      return keys.renew();
    } catch (RuntimeException unreachable) {
      return false;
    }
  }

  private static Optional<ReadToken> read(CompactToken token, Proof proof) {
    return Base64Url.decode(token.payload())
        .flatMap(StrictJson::parseObject)
        .map(claims -> new ReadToken(claims, proof));
  }

  private boolean isOfUnknownKey(CompactToken token) {
    return TokenHeader.kid(token.header().getBytes(ISO_8859_1), TYPE)
        .filter(kid -> keys.now().verificationKey(kid).isEmpty())
        .isPresent();
  }
}
