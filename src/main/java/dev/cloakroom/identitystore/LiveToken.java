package dev.cloakroom.identitystore;

import dev.cloakroom.session.StoredLoginSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token of ours, in its time and of a live login session.
 *
 * @param session with what its caller has proven by the token
 * @param issuedAt in whole seconds; of an opaque one, which does not say it, the earliest moment at
 *     which it can have been issued
 * @param expiresAt in whole seconds
 * @param tokenId its own id; null for an opaque one, which has none
 */
public record LiveToken(
    StoredLoginSession session, Instant issuedAt, Instant expiresAt, @Nullable String tokenId) {}
