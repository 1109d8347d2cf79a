package dev.cloakroom.event;

import java.time.Instant;

/**
 * A caller logged out by their own act.
 *
 * @param sessionId the id of the login session that it ended
 * @param callerName the caller
 * @param at when
 */
public record LoggedOut(String sessionId, String callerName, Instant at) implements SecurityEvent {}
