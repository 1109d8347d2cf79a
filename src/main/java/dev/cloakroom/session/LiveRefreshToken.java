package dev.cloakroom.session;

import java.time.Instant;

/**
 * A refresh token that would be exchanged now.
 *
 * @param session the login that it is of
 * @param issuedAt when it came into force
 * @param expiresAt until when it would be exchanged if it stays unused
 */
public record LiveRefreshToken(StoredLoginSession session, Instant issuedAt, Instant expiresAt) {}
