package dev.cloakroom.web;

import dev.cloakroom.LoginSession;
import dev.cloakroom.http.Answer;
import dev.cloakroom.http.FormBody;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.session.OwnSessions;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sessions}: the caller's own login sessions. GET lists them; DELETE ends the others, or
 * with {@code ?all=true} the current one too, whatever other parameters there are; {@code DELETE
 * /sessions/{id}} ends one. A session of somebody else is not found.
 */
public class SessionsServlet extends CallerServlet {
  private static final long serialVersionUID = 1L;
  private static final String ALL = "all";
  private static final Problem UNCLEAR =
      new Problem(
          Reason.MALFORMED_REQUEST,
          "Send all=true to end the current session, too, or all=false or nothing for the others.");

  @Inject transient OwnSessions own;

  /** Made by the container. */
  public SessionsServlet() {
    onCaller("GET", this::list);
    onCaller("DELETE", this::end);
  }

  private Answer list(LoginSession current, HttpServletRequest request) {
    return request.getPathInfo() == null
        ? json(SessionJson.list(own.of(current), current.id()).toString())
        : Answer.of(Reason.NOT_FOUND);
  }

  private Answer end(LoginSession current, HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null) {
      return endSeveral(current, request.getQueryString());
    }
    return own.end(current, path.substring(1))
        ? json(SessionJson.ended(1).toString())
        : Answer.of(Reason.NOT_FOUND);
  }

  /** What cannot be understood ends nothing: half of it could be the opposite of what is meant. */
  private Answer endSeveral(LoginSession current, @Nullable String query) {
    FormBody parameters =
        FormBody.parse(Objects.requireNonNullElse(query, "").getBytes(StandardCharsets.UTF_8));
    String all =
        parameters instanceof FormBody.Fields known
            ? known.values().getOrDefault(ALL, "false")
            : "";
    return switch (all) {
      case "true" -> json(SessionJson.ended(own.endAll(current)).toString());
      case "false" -> json(SessionJson.ended(own.endOthers(current)).toString());
      default -> Answer.of(UNCLEAR);
    };
  }

  private static Answer json(String text) {
    return Answer.json(200, text);
  }
}
