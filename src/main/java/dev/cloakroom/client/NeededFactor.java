package dev.cloakroom.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server asks after the password: one of these second factors. Immutable.
 *
 * @param methods the factors that the caller has, such as {@code otp}
 * @param challenges what each asks, by its method; nothing of those that ask nothing
 */
public record NeededFactor(List<String> methods, Map<String, String> challenges) {

  /** What reason says that one is needed. */
  static final String REASON = "factor-required";

  public NeededFactor {
    methods = List.copyOf(methods);
    challenges = Map.copyOf(challenges);
  }

  /** What an answer asks. */
  static NeededFactor of(Map<String, Object> answer) {
    List<String> methods =
        answer.get("methods") instanceof List<?> named
            ? named.stream().map(String::valueOf).toList()
            : List.of();
    Map<String, String> challenges = new HashMap<>();
    Json.object(answer, "challenges")
        .forEach((method, challenge) -> challenges.put(method, String.valueOf(challenge)));
    return new NeededFactor(methods, challenges);
  }

  /** The methods only: a challenge is its caller's. */
  @Override
  public String toString() {
    return "NeededFactor" + methods;
  }
}
