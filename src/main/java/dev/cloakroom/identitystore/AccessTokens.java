package dev.cloakroom.identitystore;

import dev.cloakroom.LoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.token.IssuedToken;
import dev.cloakroom.token.OversizedTokenException;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import java.util.Optional;

/**
 * The access tokens of login sessions, of one kind or another. That the session lives is checked
 * every time, so ending the session ends its tokens. Safe for use by several threads.
 */
public interface AccessTokens {

  /**
   * Makes a token of a live session.
   *
   * @throws OversizedTokenException if no token has room for the caller's groups
   */
  IssuedToken issue(LoginSession session);

  /**
   * Finds out before a session is opened whether there is a key to issue its token by.
   *
   * @throws dev.cloakroom.StoreUnavailableException if there is none yet
   */
  default void requireKey() {}

  /** The login session of a token, or why there is none. */
  BearerLookup lookUp(RawToken shown);

  /** The login of a token of another issuer that came in the cookie that the settings name. */
  default BearerLookup lookUpInCookie(RawToken shown) {
    return new BearerLookup.Rejected(new RejectedToken(RejectedToken.Reason.INVALID));
  }

  /**
   * The id of the login session of a genuine token, also when the token's time is over; empty for
   * any other token.
   */
  Optional<String> sessionIdAtAnyTime(RawToken shown);

  /**
   * The login at another issuer that a token is of, for whoever logs out.
   *
   * @throws dev.cloakroom.StoreUnavailableException if nobody can tell
   */
  default ForeignLookup foreignLogin(RawToken shown) {
    return ForeignLookup.None.UNKNOWN;
  }

  /** The same of one that came in the cookie that the settings name. */
  default ForeignLookup foreignLoginInCookie(RawToken shown) {
    return ForeignLookup.None.UNKNOWN;
  }

  /** What a token of ours is that would be taken now; empty for any other text. */
  default Optional<LiveToken> live(RawToken shown) {
    return Optional.empty();
  }

  /** Whether a token is one of ours for certain, as far as that costs no more than a look-up. */
  default boolean isKnown(RawToken shown) {
    return false;
  }
}
