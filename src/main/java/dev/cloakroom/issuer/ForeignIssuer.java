package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.MpJwtSettings;
import dev.cloakroom.issuer.ClaimRules.TimedToken;
import dev.cloakroom.issuer.HeaderRules.NamedKey;
import dev.cloakroom.token.RejectedToken.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One other issuer: verifies its tokens by its keys and rules. Thread-safe. */
final class ForeignIssuer {
  private final ForeignProfile profile;
  private final IssuerKeys keys;
  private final HeaderRules headers;
  private final ClaimRules claims;
  private final @Nullable TokenDecryption decryption;
  private final RefusalNotice notice;
  private final @Nullable MpJwtSettings mpJwt;
  private final boolean isRequired;

  /**
   * One by its settings.
   *
   * @param decryption for tokens that are encrypted, and no others; null for those that are not
   */
  ForeignIssuer(
      IssuerSettings settings,
      IssuerKeys keys,
      @Nullable TokenDecryption decryption,
      RefusalNotice notice) {
    this.profile = new ForeignProfile(settings.name(), settings.issuer());
    this.keys = keys;
    this.headers = new HeaderRules(settings.tokens());
    this.claims = new ClaimRules(profile, settings);
    this.decryption = decryption;
    this.notice = notice;
    this.mpJwt = settings.mpJwt();
    this.isRequired = settings.keys().required();
  }

  /** Where a request has its tokens. */
  TokenPlace place() {
    return mpJwt == null || mpJwt.cookie() == null ? TokenPlace.HEADER : TokenPlace.COOKIE;
  }

  boolean isEncrypting() {
    return decryption != null;
  }

  /** What is in an encrypted token, where that is one of this issuer; not verified in any way. */
  Optional<JwsToken> decrypt(String text) {
    return decryption == null
        ? Optional.empty()
        : decryption
            .decrypt(text)
            .flatMap(JwsToken::parse)
            .filter(token -> token.issuer().filter(profile.issuer()::equals).isPresent());
  }

  /**
   * Has its keys fetched. The address that MicroProfile JWT names may be of the application itself,
   * which is not served yet: unless they are required, that has time until there is a token.
   */
  void start() {
    if (mpJwt == null || isRequired) {
      keys.start();
    }
  }

  /** What verifying came to: either a genuine token, or the reason why there is none. */
  sealed interface Verified permits Genuine, NotGenuine {}

  /** A token that one of its keys signed, whatever its time. */
  record Genuine(TimedToken timed, ForeignKey key, ForeignIssuer issuer) implements Verified {

    /** Whether the key that signed it is one of the issuer's still. */
    boolean isTrusted() {
      return issuer.keys.has(key);
    }
  }

  /** Anything else. */
  record NotGenuine(Outcome why) implements Verified {
    static final NotGenuine INVALID = new NotGenuine(new Refused(Reason.INVALID));
  }

  ForeignProfile profile() {
    return profile;
  }

  IssuerKeys keys() {
    return keys;
  }

  boolean isForeignName(String callerName) {
    return claims.callers().isForeign(callerName);
  }

  /**
   * Verifies a token that says it is of this issuer: its header, its signature, then the claims.
   */
  Verified verify(String text, JwsToken token) {
    Optional<NamedKey> named = headers.check(token.header());
    if (named.isEmpty()) {
      notice.ofHeader(token.header());
      return NotGenuine.INVALID;
    }
    return verify(text, token, keys.find(named.get().kid(), named.get().algorithm()));
  }

  private Verified verify(String text, JwsToken token, IssuerKeys.Found found) {
    if (found instanceof IssuerKeys.Key known) {
      return verify(text, token, known.key());
    }
    if (found == IssuerKeys.Missing.UNAVAILABLE) {
      return new NotGenuine(new IssuerUnavailable(profile));
    }
    notice.ofKey(token.header());
    return NotGenuine.INVALID;
  }

  private Verified verify(String text, JwsToken token, ForeignKey key) {
    if (!token.isSignedBy(key)) {
      doubt(token, key);
      return NotGenuine.INVALID;
    }
    Optional<TimedToken> timed = claims.read(text, token);
    if (timed.isEmpty()) {
      notice.ofClaims(token.claims().asMap());
      return NotGenuine.INVALID;
    }
    return new Genuine(timed.get(), key, this);
  }

  /** A key that was not found by its id may have been replaced by another one without an id. */
  private void doubt(JwsToken token, ForeignKey key) {
    if (key.kid() == null || !token.header().containsKey("kid")) {
      keys.doubt();
    }
  }
}
