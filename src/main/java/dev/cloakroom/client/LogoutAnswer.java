package dev.cloakroom.client;

import java.util.Set;

/** What an answer to a logout says of the login. */
final class LogoutAnswer {
  private static final Set<String> OVER = Set.of("invalid-token", "session-expired");

  private LogoutAnswer() {}

  /** What may go on after a refused logout. */
  enum Left {
    /** Nothing: nobody was logged in, or the server has said before that the login is over. */
    NOTHING,
    /** For all that is known an access token, or a cookie. */
    SHOWN,
    /** A refresh token that nobody has refused. */
    REFRESH_TOKEN
  }

  /** Whether what was shown has been refused, and something else may do. */
  static boolean isRefused(ClientResponse answer) {
    return answer.status() == 400 || answer.status() == 401;
  }

  /**
   * Whether there is no login any more to be ended. An answer that does not say so may be a
   * gateway's, or of a token that is good until it runs out.
   */
  static boolean saysItIsOver(ClientResponse answer, Left left) {
    String why = answer.reason().orElse("");
    return switch (answer.status()) {
      case 400 -> left != Left.REFRESH_TOKEN && why.equals("malformed-request");
      case 401 ->
          why.equals("session-ended")
              || left == Left.NOTHING
              || (left == Left.SHOWN && OVER.contains(why));
      default -> false;
    };
  }
}
