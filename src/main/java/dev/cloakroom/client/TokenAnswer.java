package dev.cloakroom.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an answer to a login or a refresh says of tokens. */
final class TokenAnswer {
  private static final Set<String> FINAL = Set.of("invalid-token", "token-expired");

  private TokenAnswer() {}

  /**
   * The tokens in an answer; null if there is no access token in it.
   *
   * @param asked when the request was sent: from then on at the latest their time runs
   */
  static @Nullable Tokens tokens(ClientResponse answer, Instant asked) {
    Map<String, Object> json = Json.read(answer.text()).orElse(Map.of());
    String named = Json.text(json, "accessToken");
    String accessToken = named == null ? Json.text(json, "token") : named;
    if (accessToken == null || !Tokens.isBearer(accessToken)) {
      return null;
    }
    Instant end =
        json.get("expiresIn") instanceof Number seconds && seconds.longValue() > 0
            ? asked.plus(
                Duration.ofSeconds(Math.min(seconds.longValue(), (long) Integer.MAX_VALUE)))
            : null;
    String refreshToken = Json.text(json, "refreshToken");
    boolean renewable = refreshToken != null && !refreshToken.isBlank();
    return new Tokens(accessToken, renewable ? refreshToken : null, end);
  }

  /**
   * Whether a refresh token is good no more. An answer that does not say so may come from a proxy,
   * or from a server that is being installed, and the token is kept.
   */
  static boolean endsRefreshing(ClientResponse answer) {
    return (answer.status() == 400 || answer.status() == 401)
        && answer
            .reason()
            .filter(
                why ->
                    FINAL.contains(why) || why.startsWith("refresh-") || why.startsWith("session-"))
            .isPresent();
  }
}
