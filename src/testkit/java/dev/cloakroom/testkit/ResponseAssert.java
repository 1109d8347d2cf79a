package dev.cloakroom.testkit;

import dev.cloakroom.client.ClientResponse;
import dev.cloakroom.http.JsonText;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import java.net.http.HttpResponse;
import java.util.List;

/** What a test demands of an answer. Each method gives itself back. */
public final class ResponseAssert {
  private final int status;
  private final List<String> challenges;
  private final String refusal;
  private final String described;

  private ResponseAssert(int status, List<String> challenges, String refusal, String described) {
    this.status = status;
    this.challenges = challenges;
    this.refusal = refusal;
    this.described = described;
  }

  static ResponseAssert of(ClientResponse response) {
    List<String> challenges =
        response.headers().entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("WWW-Authenticate"))
            .flatMap(header -> header.getValue().stream())
            .toList();
    String reason = response.reason().orElse("");
    return new ResponseAssert(response.status(), challenges, reason, response.toString());
  }

  static ResponseAssert of(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    String reason = type.startsWith(Problem.CONTENT_TYPE) ? reason(response.body()) : "";
    return new ResponseAssert(
        response.statusCode(),
        response.headers().allValues("WWW-Authenticate"),
        reason,
        response.toString());
  }

  /** The one that the text holds: each is written by Cloakroom in one way. */
  private static String reason(String problem) {
    for (Reason reason : Reason.values()) {
      if (problem.contains("\"reason\":" + JsonText.quoted(reason.code()))) {
        return reason.code();
      }
    }
    return "";
  }

  /** It has this status. */
  public ResponseAssert hasStatus(int expected) {
    return require(status == expected, "status " + expected);
  }

  /** Its status is one of success. */
  public ResponseAssert isOk() {
    return require(status >= 200 && status < 300, "a status of success");
  }

  /** It is refused for this reason, with the status of that. */
  public ResponseAssert isRefused(Reason reason) {
    return require(
        status == reason.status() && refusal.equals(reason.code()),
        "status " + reason.status() + " with the reason " + reason.code());
  }

  /** It is refused because nobody is logged in: 401, for whichever reason. */
  public ResponseAssert isNotAuthenticated() {
    return require(status == 401, "status 401");
  }

  /** It is refused because the caller may not: 403 for want of a role. */
  public ResponseAssert isForbidden() {
    return isRefused(Reason.FORBIDDEN);
  }

  /** It says in {@code WWW-Authenticate} that the level is too low, or the proof too old. */
  public ResponseAssert asksForMore() {
    isRefused(Reason.STEP_UP_REQUIRED);
    return require(
        challenges.stream().anyMatch(one -> one.contains("insufficient_user_authentication")),
        "a challenge with insufficient_user_authentication");
  }

  private ResponseAssert require(boolean isSo, String expected) {
    if (!isSo) {
      throw new AssertionError(
          "Expected "
              + expected
              + ", but it was status "
              + status
              + (refusal.isEmpty() ? "" : " with the reason " + refusal)
              + ": "
              + described);
    }
    return this;
  }
}
