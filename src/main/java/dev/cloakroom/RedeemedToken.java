package dev.cloakroom;

/**
 * What a one-time token was good for. Immutable.
 *
 * @param subject whose it was
 * @param payload what was kept with it; empty for nothing
 */
public record RedeemedToken(String subject, String payload) {}
