package dev.cloakroom.event;

import java.time.Instant;

/**
 * A caller logged in, and a login session began.
 *
 * @param sessionId the id of the new login session
 * @param callerName the caller
 * @param address the network address the login came from
 * @param device whether this caller logged in on that device before
 * @param at when
 */
public record LoggedIn(
    String sessionId, String callerName, String address, Device device, Instant at)
    implements SecurityEvent {}
