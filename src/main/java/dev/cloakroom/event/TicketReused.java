package dev.cloakroom.event;

import java.time.Instant;

/**
 * A session cookie came that another had replaced, later than any request that was held up:
 * somebody holds a copy, either who sent this one or who has the other. Whether the login session
 * was ended is said by {@code cloakroom.session.stolen}; then {@link LoginSessionEnded} came before
 * this. Of a session that goes on each node tells once an hour.
 *
 * @param sessionId the id of the login session
 * @param callerName the caller whose cookie it was
 * @param at when
 */
public record TicketReused(String sessionId, String callerName, Instant at)
    implements SecurityEvent {}
