package dev.cloakroom.identitystore;

import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSession;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.TokenContent;
import dev.cloakroom.token.VerifiedToken;
import org.jspecify.annotations.Nullable;

/** What an access token led to. */
public sealed interface BearerLookup {

  /**
   * A genuine token of a live login session.
   *
   * @param token what it says; null for an opaque one, which says nothing
   */
  record Accepted(StoredLoginSession session, @Nullable VerifiedToken token)
      implements BearerLookup {}

  /** A genuine token of another issuer, which has not been ended here. */
  record Foreign(ForeignLoginSession session, TokenContent token) implements BearerLookup {}

  /** Not a token to be believed. */
  record Rejected(RejectedToken why) implements BearerLookup {}

  /** A genuine token whose login session is over, or that was ended itself. */
  record SessionOver(SessionRefusal why) implements BearerLookup {}

  /** Nobody can tell. */
  enum Undecided implements BearerLookup {
    /** The keys of its issuer were never fetched yet, or a store that knows groups failed. */
    UNAVAILABLE
  }
}
