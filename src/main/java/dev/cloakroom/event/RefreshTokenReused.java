package dev.cloakroom.event;

import java.time.Instant;

/**
 * A refresh token that had already been used came again after its grace: somebody holds a copy. The
 * whole login session was ended.
 *
 * @param sessionId the id of the login session
 * @param callerName the caller whose token it was
 * @param at when
 */
public record RefreshTokenReused(String sessionId, String callerName, Instant at)
    implements SecurityEvent {}
