package dev.cloakroom.session;

/**
 * What a bearer token is that may be of another issuer: a login there, or the reason it is none.
 */
public sealed interface ForeignLookup permits ForeignLoginSession, ForeignLookup.None {

  /** No login at another issuer. */
  enum None implements ForeignLookup {
    /** Genuine, but its time is over, or it was ended: there is nothing left to end. */
    OVER,
    /** Not a token of another issuer that can be believed; it may be one of ours. */
    UNKNOWN,
    /** Nobody can tell now: the keys of its issuer cannot be had. */
    UNDECIDED
  }
}
