package dev.cloakroom.factor;

import org.jspecify.annotations.Nullable;

/**
 * An answer to a second factor, not yet looked at.
 *
 * @param callerName who is to be proven
 * @param question what they were asked
 * @param method which factor it is of, as the client says
 * @param answer the answer, as the client says
 * @param device names the client's device, if the caller is known on it; null for a stranger's
 */
public record FactorTry(
    String callerName,
    FactorQuestion question,
    String method,
    String answer,
    @Nullable String device) {

  /** So many characters a challenge or an answer has at most. */
  public static final int LONGEST_TEXT = 4_096;

  /** Without the answer. */
  @Override
  public String toString() {
    return "FactorTry[" + method + "]";
  }
}
