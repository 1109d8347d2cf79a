package dev.cloakroom.token;

/**
 * A token that was refused.
 *
 * @param reason why, as far as its sender may know
 */
public record RejectedToken(Reason reason) implements TokenVerification, OpaqueVerification {
  /** Why a token was refused. */
  public enum Reason {
    /** It is genuine and meant for us, but its time is over. */
    EXPIRED,
    /** It is genuine and meant for us, but its time has not come. */
    NOT_YET_VALID,
    /** Anything else. One reason for all, so that a forger learns nothing from the answer. */
    INVALID
  }
}
