package dev.cloakroom.session;

/**
 * A login session with its new ticket.
 *
 * @param session the session, as it is after the rotation
 * @param ticket what the session cookie is to carry from now on
 */
public record RotatedSession(StoredLoginSession session, Ticket ticket) {}
