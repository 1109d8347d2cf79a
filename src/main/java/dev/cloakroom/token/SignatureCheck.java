package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.KeySource;
import dev.cloakroom.crypto.VerificationKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells tokens of one type that one of our keys signed from others, without checking a signature
 * for each that somebody makes up: what was not written here has a false MAC in its header ({@link
 * TokenHeader}), unless it repeats what a genuine token says.
 *
 * <p>For that, what has come under a few false signatures is not checked again for a while,
 * whatever its signature is then. Only who has seen a token can hold it up like this, and not where
 * it was issued or found genuine before. Of a key whose private half is not here no MAC can be
 * proven, and each signature is checked. Thread-safe.
 */
final class SignatureCheck {
  private static final Duration HELD_UP = Duration.ofSeconds(10);
  private static final int MAX_FALSE = 4;
  private static final int MAX_REMEMBERED = 10_000;

  private final KeySource keys;
  private final String type;
  private final Supplier<List<TokenHeader>> headers;

  /** How many false signatures came lately, by the MAC of what they were under. */
  private final Cache<String, Integer> refused;

  /** Trusts the keys that there are when a token comes, and no other. */
  SignatureCheck(KeySource keys, String type, Clock clock) {
    this.keys = keys;
    this.type = type;
    headers =
        keys.following(
            ring ->
                ring.verificationKeys().stream()
                    .map(key -> TokenHeader.of(ring, key, type))
                    .toList());
    refused =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(HELD_UP)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /**
   * The key of ours that signed a token, as far as is looked; empty if none did. Where another node
   * may have made the key that the token names, it is looked for, but not for each token.
   */
  Optional<VerificationKey> signer(CompactToken token) {
    return signer(token, keys::renew);
  }

  /** As {@link #signer(CompactToken)}; the key of another node is looked for by this. */
  Optional<VerificationKey> signer(CompactToken token, BooleanSupplier renewed) {
    return header(token)
        .or(() -> names(token) && renewed.getAsBoolean() ? header(token) : Optional.empty())
        .filter(header -> isGenuine(token, header))
        .map(TokenHeader::key);
  }

  /** The key of ours that a token names, which may not have signed it. */
  Optional<VerificationKey> named(CompactToken token) {
    return header(token).map(TokenHeader::key);
  }

  /** Whether what was found genuine by a key is so still. */
  boolean isTrusted(VerificationKey key) {
    return keys.now().has(key);
  }

  private boolean names(CompactToken token) {
    return TokenHeader.kid(token.header().getBytes(ISO_8859_1), type).isPresent();
  }

  private Optional<TokenHeader> header(CompactToken token) {
    for (TokenHeader header : headers.get()) {
      if (header.isOf(token)) {
        return Optional.of(header);
      }
    }
    return Optional.empty();
  }

  private boolean isGenuine(CompactToken token, TokenHeader header) {
    return header
        .macKey()
        .map(known -> header.isSealed(token, known) && isSignedAndNotHeldUp(token, header))
        .orElseGet(() -> isSigned(token, header));
  }

  private boolean isSignedAndNotHeldUp(CompactToken token, TokenHeader header) {
    String mac = header.macOf(token);
    Integer before = refused.getIfPresent(mac);
    if (before != null && before >= MAX_FALSE) {
      return false;
    }
    boolean signed = isSigned(token, header);
    if (!signed) {
      refused.asMap().merge(mac, 1, Integer::sum);
    }
    return signed;
  }

  private static boolean isSigned(CompactToken token, TokenHeader header) {
    byte[] message = token.signingInput().getBytes(ISO_8859_1);
    return Base64Url.decode(token.signature())
        .filter(signature -> header.key().verify(message, signature))
        .isPresent();
  }

  /** How many MACs are remembered. */
  long size() {
    refused.cleanUp();
    return refused.estimatedSize();
  }
}
