package dev.cloakroom.event;

import java.time.Instant;

/**
 * A refresh token bought a new access token.
 *
 * @param sessionId the id of the login session
 * @param callerName the caller
 * @param at when
 */
public record TokensRefreshed(String sessionId, String callerName, Instant at)
    implements SecurityEvent {}
