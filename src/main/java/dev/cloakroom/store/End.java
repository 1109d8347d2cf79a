package dev.cloakroom.store;

import dev.cloakroom.EndReason;
import java.time.Instant;

/**
 * That a login session was ended before its time.
 *
 * @param why who or what ended it
 * @param at when
 */
public record End(EndReason why, Instant at) {}
