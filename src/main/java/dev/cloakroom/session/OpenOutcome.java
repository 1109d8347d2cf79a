package dev.cloakroom.session;

/** What came of opening a session: an {@link OpenedSession}, or why there is none. */
public sealed interface OpenOutcome permits OpenedSession, OpenRefusal {}
