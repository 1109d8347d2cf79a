package dev.cloakroom.issuer;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.issuer.ClaimRules.TimedToken;
import dev.cloakroom.issuer.HeaderRules.NamedKey;
import dev.cloakroom.token.RejectedToken.Reason;
import java.util.Optional;

/** One other issuer: verifies its tokens by its keys and rules. Thread-safe. */
final class ForeignIssuer {
  private final ForeignProfile profile;
  private final IssuerKeys keys;
  private final HeaderRules headers;
  private final ClaimRules claims;

  ForeignIssuer(IssuerSettings settings, IssuerKeys keys) {
    this.profile = new ForeignProfile(settings.name(), settings.issuer());
    this.keys = keys;
    this.headers = new HeaderRules(settings.tokens());
    this.claims = new ClaimRules(profile, settings);
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
    return named.isEmpty()
        ? NotGenuine.INVALID
        : verify(text, token, keys.find(named.get().kid(), named.get().algorithm()));
  }

  private Verified verify(String text, JwsToken token, IssuerKeys.Found found) {
    if (found instanceof IssuerKeys.Key known) {
      return verify(text, token, known.key());
    }
    return found == IssuerKeys.Missing.UNAVAILABLE
        ? new NotGenuine(new KeysUnavailable(profile))
        : NotGenuine.INVALID;
  }

  private Verified verify(String text, JwsToken token, ForeignKey key) {
    if (!token.isSignedBy(key)) {
      doubt(token, key);
      return NotGenuine.INVALID;
    }
    return claims
        .read(text, token)
        .<Verified>map(timed -> new Genuine(timed, key, this))
        .orElse(NotGenuine.INVALID);
  }

  /** A key that was not found by its id may have been replaced by another one without an id. */
  private void doubt(JwsToken token, ForeignKey key) {
    if (key.kid() == null || !token.header().containsKey("kid")) {
      keys.doubt();
    }
  }
}
