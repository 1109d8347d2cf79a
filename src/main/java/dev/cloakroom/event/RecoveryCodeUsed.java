package dev.cloakroom.event;

import java.time.Instant;

/**
 * A caller has used one of their recovery codes, which is good no longer. Tell them, in case it was
 * not they who did it.
 *
 * @param callerName the caller
 * @param left how many they have left
 * @param at when
 */
public record RecoveryCodeUsed(String callerName, int left, Instant at) implements SecurityEvent {}
