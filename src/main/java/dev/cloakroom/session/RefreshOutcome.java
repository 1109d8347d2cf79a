package dev.cloakroom.session;

/** What came of showing a refresh token: the next one, or the reason there is none. */
public sealed interface RefreshOutcome permits RefreshedSession, SessionRefusal {}
