package dev.cloakroom.factor;

/**
 * What every step of a second factor stands on. Immutable; safe for use by several threads.
 *
 * @param beans the application's factors
 * @param check judges answers
 * @param pending what waits for them
 */
public record Factors(SecondFactors beans, FactorCheck check, PendingLogins pending) {

  /** The level of who has proven a second factor. */
  public static final int LEVEL = 2;
}
