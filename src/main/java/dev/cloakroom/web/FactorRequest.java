package dev.cloakroom.web;

import dev.cloakroom.factor.FactorTry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a second factor, as a client sends it.
 *
 * @param method the factor
 * @param answer the answer, under any of the names that clients are used to, one of them only
 * @param ticket of what waits for it; null if the client says none
 * @param next where a form leads, as received; null if it does not say
 */
record FactorRequest(String method, String answer, @Nullable String ticket, @Nullable String next) {
  private static final List<String> ANSWER_FIELDS = List.of("answer", "code");

  /** What the fields say; empty if something is missing, ambiguous or too long. */
  static Optional<FactorRequest> of(Map<String, String> fields) {
    String method = fields.getOrDefault("method", "");
    List<String> answers =
        ANSWER_FIELDS.stream().filter(fields::containsKey).map(fields::get).toList();
    boolean usable =
        !method.isEmpty()
            && answers.size() == 1
            && !answers.get(0).isEmpty()
            && answers.get(0).length() <= FactorTry.LONGEST_TEXT;
    return usable
        ? Optional.of(
            new FactorRequest(
                method, answers.get(0), fields.get(FactorJson.TICKET), fields.get("next")))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "FactorRequest[***]";
  }
}
