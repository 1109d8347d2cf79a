package dev.cloakroom.it.csrf;

import static dev.cloakroom.it.csrf.Page.FIELD;
import static dev.cloakroom.it.csrf.Page.HEADER;
import static dev.cloakroom.it.csrf.Page.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who must bring a token, for what, and that nothing is done without one. */
@OnServerWith(CsrfWars.class)
@Tag("X1")
class AskedForTokensIT {
  private static final String MISSING = "csrf-token-missing";
  private static final String INVALID = "csrf-token-invalid";
  private static final String JSON = "application/json";
  private static final Map<String, String> NOTE = Map.of("text", "hello");

  private final ProbeClient token;
  private final ProbeClient always;
  private final ProbeClient auto;

  AskedForTokensIT(ServerProcess process) {
    ProbeClient server = ProbeClient.over(process.server());
    token = server.another("token/");
    always = server.another("always/");
    auto = server.another("auto/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes", "rest/notes/field", "rest/notes/form"})
  void form_ofABrowserThatIsLoggedIn_needsAToken(String path) {
    Page page = Page.of(token).logIn("user-form");
    String before = page.notes();

    assertRefused(page.browser().post(path, NOTE), MISSING);
    assertRefused(page.browser().post(path, Map.of("text", "hello", FIELD, "x")), INVALID);
    assertThat(page.notes()).isEqualTo(before);

    assertSaid(page.browser().post(path, with(page.token())), "user-form: hello");
    assertSaid(page.showing(page.token()).browser().post(path, NOTE), "user-form: hello");
  }

  private static Map<String, String> with(String token) {
    return Map.of("text", "hello", FIELD, token);
  }

  private static void assertSaid(HttpResponse<String> answer, String said) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {HEADER, "X-XSRF-TOKEN", "x-csrf-token"})
  void json_ofABrowserThatIsLoggedIn_needsATokenInAHeader(String header) {
    Page page = Page.of(token).logIn("user-json");
    String before = page.notes();

    assertRefused(page.browser().post("rest/notes", JSON, "{}"), MISSING);
    assertRefused(page.browser().delete("rest/notes"), MISSING);
    assertThat(page.notes()).isEqualTo(before);

    page.browser().header(header, page.token());
    assertSaid(page.browser().post("rest/notes", JSON, "{}"), "user-json: {}");
    assertSaid(page.browser().delete("rest/notes"), "user-json: deleted");
  }

  @Test
  @Tag("X4")
  void token_inTheAddress_doesNotCount() {
    Page page = Page.of(token).logIn("user-query");
    String query = "?" + FIELD + "=" + page.token();
    String before = page.notes();

    assertRefused(page.browser().post("notes" + query, NOTE), MISSING);
    assertRefused(page.browser().post("rest/notes" + query, JSON, "{}"), MISSING);
    assertRefused(page.browser().delete("rest/notes" + query), MISSING);
    assertThat(page.notes()).isEqualTo(before);

    assertSaid(page.browser().post("notes" + query, with(page.token())), "user-query: hello");
  }

  @Test
  void multipart_ofABrowserThatIsLoggedIn_needsATokenInItsField() {
    Page page = Page.of(token).logIn("user-parts");
    String before = page.notes();

    assertRefused(page.browser().post("notes", PARTS, parts("x")), INVALID);
    assertRefused(page.browser().post("notes", PARTS, part("text", "hello") + END), MISSING);
    assertThat(page.notes()).isEqualTo(before);

    page.browser().header("X-Read", "part");
    assertSaid(page.browser().post("notes", PARTS, parts(page.token())), "user-parts: hello");
  }

  private static final String PARTS = "multipart/form-data; boundary=between";
  private static final String END = "--between--\r\n";

  private static String parts(String token) {
    return part("text", "hello") + part(FIELD, token) + END;
  }

  private static String part(String name, String text) {
    return "--between\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, text);
  }

  @Test
  @Tag("X3")
  void safeMethods_andVisitors_needNone() {
    Page page = Page.of(token);

    assertSaid(page.browser().post("rest/notes", JSON, "{}"), "nobody: {}");
    page.logIn("user-safe");
    assertThat(page.browser().get("rest/notes").statusCode()).isEqualTo(200);
    assertThat(page.browser().head("rest/notes").statusCode()).isEqualTo(200);
    assertThat(page.browser().get("auth/session").statusCode()).isEqualTo(200);
  }

  @Test
  void bearerToken_thatReallyLogsIn_needsNone() {
    ProbeClient program = token.another();
    String accessToken = program.login("user-bearer").getString("accessToken");
    String cookie = program.ticket();
    Page page = Page.of(token);
    page.browser().cookie(ProbeClient.TICKET, cookie);
    String before = page.notes();

    assertRefused(page.browser().post("rest/notes", JSON, "{}"), MISSING);
    assertThat(page.notes()).isEqualTo(before);

    assertSaid(
        page.copy().browser().bearer(accessToken).post("rest/notes", JSON, "{}"),
        "user-bearer: {}");
    assertSaid(
        page.copy().browser().bearer("no-token").post("rest/notes", JSON, "{}"), "nobody: {}");
  }

  @Test
  void program_withTheCookie_needsOneOnlyWhereAllDo() {
    ProbeClient program = token.another();
    program.login("user-program");
    assertSaid(program.post("rest/notes", JSON, "{}"), "user-program: {}");

    ProbeClient asked = always.another();
    assertRefused(asked.login("user-program", "pw-user-program"), MISSING);
    String visitors = asked.json("auth/csrf").getString("token");
    asked.header(HEADER, visitors).login("user-program");
    assertRefused(asked.post("rest/notes", JSON, "{}"), INVALID);

    String own = asked.json("auth/csrf").getString("token");
    assertSaid(asked.header(HEADER, own).post("rest/notes", JSON, "{}"), "user-program: {}");
  }

  @Test
  void exempt_servletsAndResources_needNone() {
    Page page = Page.of(token).logIn("user-exempt");

    assertSaid(page.browser().post("exempt"), "user-exempt: exempt");
    assertSaid(page.browser().post("rest/notes/beacon", "text/plain", "a"), "user-exempt: a");
    assertSaid(page.browser().post("rest/beacons", "text/plain", "b"), "user-exempt: b");
    assertSaid(page.browser().post("rest/notes/below/beacon", "text/plain", "c"), "user-exempt: c");
    String before = page.notes();
    assertRefused(page.browser().post("rest/notes/below", "text/plain", "d"), MISSING);
    assertThat(page.notes()).isEqualTo(before);
  }

  @Test
  @Tag("X5")
  void exempt_isNoExemptionForPagesOfOtherOrigins() {
    Page page = Page.of(token).logIn("user-foreign");
    ProbeClient foreign = page.browser().copy().header("Sec-Fetch-Site", "cross-site");

    assertSaid(foreign.post("exempt"), "nobody: exempt");
    assertSaid(foreign.post("rest/beacons", "text/plain", "b"), "nobody: b");
  }

  @Test
  void application_thatAsksForNone_hasNoEndpointAndEmptyTokens() {
    Page page = Page.of(auto);

    assertThat(page.browser().get("auth/csrf").statusCode()).isEqualTo(404);
    assertThat(page.browser().get("token").body()).isEqualTo("X-CSRF-Token _csrf  ");
    assertThat(page.browser().cookie("sid-csrf")).isNull();
    page.browser().login("user-auto");
    assertSaid(page.browser().post("rest/notes", JSON, "{}"), "user-auto: {}");
  }
}
