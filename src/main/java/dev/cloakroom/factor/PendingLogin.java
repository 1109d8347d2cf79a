package dev.cloakroom.factor;

import java.time.Duration;

/**
 * A login that waits for a second factor: nobody is logged in by it. Immutable.
 *
 * @param begun what becomes of it once that is proven
 * @param question what was asked
 * @param remaining how long it still waits
 */
public record PendingLogin(BegunLogin begun, FactorQuestion question, Duration remaining) {}
