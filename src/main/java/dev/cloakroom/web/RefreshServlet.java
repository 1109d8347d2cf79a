package dev.cloakroom.web;

import dev.cloakroom.http.Answer;
import dev.cloakroom.http.BearerToken;
import dev.cloakroom.http.Problem;
import dev.cloakroom.http.Reason;
import dev.cloakroom.http.Refusal;
import dev.cloakroom.servlet.RefusalReasons;
import dev.cloakroom.session.RefreshOutcome;
import dev.cloakroom.session.RefreshTokens;
import dev.cloakroom.session.RefreshedSession;
import dev.cloakroom.session.SessionRefusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/**
 * {@code POST /refresh}: buys a new access token, and the next refresh token, for a refresh token
 * in the {@code Authorization} header or in the body, not both.
 */
public class RefreshServlet extends EndpointServlet {
  private static final long serialVersionUID = 1L;
  private static final String FIELD = "refreshToken";
  private static final Answer INCOMPLETE =
      Answer.of(
          new Problem(
              Reason.MALFORMED_REQUEST,
              "Send the refresh token as Authorization: Bearer or as refreshToken in the body."));
  private static final Answer AMBIGUOUS = Answer.of(Reason.AMBIGUOUS_CREDENTIALS);

  @Inject transient RefreshTokens refreshTokens;
  @Inject transient TokenHandout handout;
  @Inject transient FailedCredentials failed;

  /** Made by the container. */
  public RefreshServlet() {
    on("POST", (request, response) -> refresh(request));
  }

  private Answer refresh(HttpServletRequest request) throws IOException {
    RequestBody body = RequestBody.of(request);
    if (body instanceof RequestBody.Unreadable unreadable) {
      return Answer.of(unreadable.problem());
    }
    Map<String, String> fields = ((RequestBody.Fields) body).values();
    BearerToken bearer = BearerToken.of(request.getHeaders("Authorization"));
    if (bearer == BearerToken.REPEATED
        || (bearer instanceof BearerToken.Token && fields.containsKey(FIELD))) {
      return AMBIGUOUS;
    }
    String shown = bearer instanceof BearerToken.Token token ? token.text() : fields.get(FIELD);
    return shown == null ? withoutToken(bearer) : exchanged(shown, request);
  }

  private static Answer withoutToken(BearerToken bearer) {
    return bearer == BearerToken.MALFORMED ? refused(Reason.INVALID_TOKEN) : INCOMPLETE;
  }

  private Answer exchanged(String shown, HttpServletRequest request) {
    handout.requireKey();
    RefreshOutcome outcome = refreshTokens.exchange(shown);
    if (outcome instanceof RefreshedSession refreshed) {
      return Answer.json(
          200,
          handout
              .add(
                  SessionJson.JSON.createObjectBuilder(),
                  refreshed.session(),
                  refreshed.refreshToken())
              .build()
              .toString());
    }
    return outcome == SessionRefusal.UNKNOWN
        ? failed.answer(request, refused(Reason.INVALID_TOKEN))
        : refused(RefusalReasons.of((SessionRefusal) outcome));
  }

  private static Answer refused(Reason reason) {
    return Refusal.bearer(reason).answer();
  }
}
