package dev.cloakroom.issuer;

import dev.cloakroom.token.RejectedToken;

/**
 * A token that is not taken.
 *
 * @param reason why, as far as its sender may know
 */
public record Refused(RejectedToken.Reason reason) implements Outcome {}
