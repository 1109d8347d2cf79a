package dev.cloakroom.it.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Has an application issue tokens for a subject and a purpose, and redeem them.
 *
 * @param client who asks
 */
public record OneTimeClient(ProbeClient client, String purpose, String subject) {
  public static final String NOTHING = "nothing";

  /** A token. */
  public String issued() {
    return text("issue", "");
  }

  /** A token for this client alone. */
  public String issuedBound() {
    return text("issue-bound", "");
  }

  /** What a token is good for. */
  public String redeemed(String token) {
    return text("redeem", token);
  }

  /** How many tokens of the subject there were. */
  public String revoked() {
    return text("revoke", "");
  }

  /** What comes of something that the page can do. */
  public String text(String what, String token) {
    HttpResponse<String> answer = asked(what, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The answer to something that the page can do. */
  public HttpResponse<String> asked(String what, String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("do", what);
    form.put("purpose", purpose);
    form.put("subject", subject);
    form.put("token", token);
    return client.post("one-time", form);
  }

  /** What the page says of a token that was this subject's. */
  public String wasGood() {
    return "RedeemedToken[subject=" + subject + ", payload=]";
  }
}
