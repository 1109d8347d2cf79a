package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.Challenge;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange.Pending;
import jakarta.json.JsonObjectBuilder;

/** How second factors look on the wire. */
final class FactorJson {
  /** The field, and the member, with the ticket of what waits. */
  static final String TICKET = "factorToken";

  private FactorJson() {}

  /** The answer to a good credential of a caller who has a second factor: 401, with what it is. */
  static Answer required(Pending pending) {
    Problem problem = Problem.of(Reason.FACTOR_REQUIRED);
    JsonObjectBuilder document =
        question(pending)
            .add("type", problem.type())
            .add("title", problem.title())
            .add("status", problem.status())
            .add("detail", problem.detail())
            .add("reason", problem.reason().code());
    return Answer.unauthorized(Reason.FACTOR_REQUIRED, Challenge.bare(Challenge.REALM))
        .text(Problem.CONTENT_TYPE, document.build().toString());
  }

  /** {@code {"methods":[…],"challenges":{…},"expiresIn":n}}, and the ticket, if there is one. */
  static JsonObjectBuilder question(Pending asked) {
    JsonObjectBuilder question =
        SessionJson.JSON
            .createObjectBuilder()
            .add("methods", SessionJson.sorted(asked.methods()))
            .add("challenges", SessionJson.texts(asked.challenges()))
            .add("expiresIn", Answer.seconds(asked.lasting()));
    return asked.ticket() == null ? question : question.add(TICKET, asked.ticket());
  }
}
