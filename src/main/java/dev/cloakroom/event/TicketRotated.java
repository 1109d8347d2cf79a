package dev.cloakroom.event;

import java.time.Instant;

/**
 * A login session was given a new ticket, which is in force once it is shown.
 *
 * @param sessionId the id of the login session, which stays
 * @param callerName the caller
 * @param at when
 */
public record TicketRotated(String sessionId, String callerName, Instant at)
    implements SecurityEvent {}
