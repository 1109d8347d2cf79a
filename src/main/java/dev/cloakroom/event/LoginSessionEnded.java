package dev.cloakroom.event;

import java.time.Instant;

/**
 * A login session was ended before its time, and with it every credential of it. A session that
 * merely runs out ends silently.
 *
 * @param sessionId the id of the login session
 * @param callerName the caller whose session it was
 * @param why who or what ended it
 * @param at when
 */
public record LoginSessionEnded(String sessionId, String callerName, EndReason why, Instant at)
    implements SecurityEvent {}
