package dev.cloakroom.token;

import dev.cloakroom.token.AccessTokenVerifier.Genuine;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that were proven genuine lately, so that a token that comes again costs a
 * look-up and not a signature check. Tokens that are not genuine are never kept. Thread-safe.
 */
public final class VerifiedTokens {
  private final AccessTokenVerifier verifier;
  private final TokenCache<Genuine> genuine;

  /**
   * Keeps tokens that this verifier finds genuine.
   *
   * @param clock the one that the verifier has
   * @param maximumBytes how much memory to take at most, about; 0 keeps none
   */
  public VerifiedTokens(AccessTokenVerifier verifier, Clock clock, long maximumBytes) {
    this.verifier = verifier;
    this.genuine =
        new TokenCache<>(clock, maximumBytes, known -> verifier.acceptedUntil(known.token()));
  }

  /** Verifies a token, or finds that this was done and checks its time again. */
  public TokenVerification verify(RawToken raw) {
    Genuine known = known(raw);
    return known == null ? verifier.judge(firstSeen(raw)) : verifier.checkTimes(known.token());
  }

  private @Nullable Genuine known(RawToken raw) {
    Genuine known = genuine.find(raw.text());
    return known == null || !verifier.isStill(known) ? null : known;
  }

  /** Whether a token was proven genuine lately, whatever its time. */
  public boolean isKnown(RawToken raw) {
    return known(raw) != null;
  }

  /** Keeps a token that was issued here, so that its first use is a look-up, too. */
  public void add(IssuedToken issued) {
    verifier.issued(issued).ifPresent(token -> genuine.keep(issued.text(), token));
  }

  /** Returns how many tokens are kept, once what is over or too much has gone. */
  long size() {
    return genuine.size();
  }

  /**
   * The login session of a genuine token, also when its time is over, so that a client can log out
   * with it; empty for any other token.
   */
  public Optional<String> sessionIdAtAnyTime(RawToken raw) {
    return Optional.ofNullable(known(raw))
        .or(() -> firstSeen(raw))
        .map(known -> known.token().sessionId());
  }

  private Optional<Genuine> firstSeen(RawToken raw) {
    Optional<Genuine> token = verifier.genuine(raw);
    token.ifPresent(one -> genuine.keep(raw.text(), one));
    return token;
  }
}
