package dev.cloakroom.session;

/** What a credential led to: a live login session, or the reason there is none. */
public sealed interface SessionLookup permits StoredLoginSession, SessionRefusal {}
