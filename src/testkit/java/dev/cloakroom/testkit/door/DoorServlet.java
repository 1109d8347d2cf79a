package dev.cloakroom.testkit.door;

import dev.cloakroom.cdi.Sources;
import dev.cloakroom.config.LoginTokens;
import dev.cloakroom.config.Settings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.identitystore.AccessTokens;
import dev.cloakroom.servlet.SessionCookie;
import dev.cloakroom.session.NewLogin;
import dev.cloakroom.session.OpenOutcome;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionEnvironment;
import dev.cloakroom.session.SessionOpener;
import dev.cloakroom.token.IssuedToken;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The door: {@code POST /login} logs anybody in, {@code POST /elapse} moves the clock, {@code POST
 * /reset} puts it right and empties the store, and {@code GET} says where the endpoints are. For
 * whoever is no test there is nothing here.
 */
public class DoorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where it is, within the application. */
  static final String PATH = "/cloakroom-testkit";

  @Inject private transient SessionEnvironment sessions;
  @Inject private transient SessionOpener opener;
  @Inject private transient SessionCookie cookie;
  @Inject private transient AccessTokens tokens;

  private transient Settings settings;
  private transient DoorKey key;

  /** Made by the container. */
  @SuppressWarnings("NullAway.Init")
  public DoorServlet() {}

  @Override
  public void init() {
    SettingsSource sources = Sources.of(getServletContext());
    settings = SettingsReader.read(sources).settings();
    key = DoorKey.of(sources.value(DoorInitializer.SETTING)).orElseThrow();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked =
        request.getMethod() + " " + Objects.requireNonNullElse(request.getPathInfo(), "/");
    if (!Visitor.isTest(request) || !key.isShownBy(request)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      switch (asked) {
        case "GET /" -> write(200, endpoints(), response);
        case "POST /login" -> logIn(AskedLogin.of(request), request, response);
        case "POST /elapse" -> elapse(Duration.parse(request.getParameter("by")), response);
        case "POST /reset" -> reset(response);
        default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
      }
    } catch (IllegalArgumentException | DateTimeException | NullPointerException wrong) {
      refuse(400, "The test kit does not understand this: " + wrong.getMessage(), response);
    }
  }

  private JsonObjectBuilder endpoints() {
    String path = settings.endpoints().path();
    return Json.createObjectBuilder().add("endpoints", path.equals("/") ? "" : path);
  }

  private void logIn(AskedLogin asked, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Duration stale = sessions.settings().freshDuration().plusSeconds(1);
    if (!asked.fresh() && stale.compareTo(sessions.settings().idleTimeout()) >= 0) {
      refuse(409, "A login that is not fresh would be over: it idles too soon for that.", response);
      return;
    }
    NewLogin login =
        asked
            .at(sessions.clock().instant(), stale)
            .from(
                request.getRemoteAddr(),
                Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    boolean withTokens = settings.login().tokens() != LoginTokens.NEVER;
    OpenOutcome outcome = opener.open(withTokens ? login.withTokens() : login);
    if (outcome instanceof OpenedSession opened) {
      opener.announce(opened);
      cookie.write(request, response, opened.session(), opened.ticket());
      write(200, answer(opened), response);
    } else {
      refuse(409, "Cloakroom has not opened a session: " + outcome, response);
    }
  }

  /** As that of {@code /login}, as far as a client goes by it. */
  private JsonObjectBuilder answer(OpenedSession opened) {
    JsonObjectBuilder user =
        Json.createObjectBuilder()
            .add("name", opened.session().callerName())
            .add("groups", Json.createArrayBuilder(opened.session().groups()));
    JsonObjectBuilder session =
        Json.createObjectBuilder()
            .add("id", opened.session().id())
            .add("expiresAt", opened.session().expiresAt().toString());
    JsonObjectBuilder answer = Json.createObjectBuilder().add("user", user).add("session", session);
    if (opened.refreshToken() != null) {
      IssuedToken token = tokens.issue(opened.session());
      answer
          .add("accessToken", token.text())
          .add("refreshToken", opened.refreshToken())
          .add("tokenType", "Bearer")
          .add("expiresIn", token.expiresIn().toSeconds());
    }
    return answer;
  }

  private void elapse(Duration time, HttpServletResponse response) throws IOException {
    try {
      Instant now = state().elapse(time);
      write(200, Json.createObjectBuilder().add("now", now.toString()), response);
    } catch (IllegalStateException shared) {
      refuse(409, Objects.toString(shared.getMessage()), response);
    }
  }

  private void reset(HttpServletResponse response) throws IOException {
    write(200, Json.createObjectBuilder().add("emptied", state().reset()), response);
  }

  private TestedState state() {
    return new TestedState(sessions.store(), sessions.clock());
  }

  private static void refuse(int status, String detail, HttpServletResponse response)
      throws IOException {
    JsonObjectBuilder problem =
        Json.createObjectBuilder().add("reason", "testkit").add("detail", detail);
    response.setContentType("application/problem+json");
    write(status, problem, response);
  }

  private static void write(int status, JsonObjectBuilder json, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    if (response.getContentType() == null) {
      response.setContentType("application/json");
    }
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(json.build().toString());
  }
}
