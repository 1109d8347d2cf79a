package dev.cloakroom.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.http.Reason;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.TestApplication;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who must bring a token, and which counts. */
@Tag("X1")
class CsrfCheckTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String VISITOR = "AAAAAAAAAAAAAAAAAAAAAA";

  private final TestApplication app = new TestApplication(Map.of("cloakroom.csrf", "token"));
  private final OpenedSession login = app.browserLogin("alice");
  private final String token = app.csrfTokens.of(CsrfHolder.login(login.session().id()));
  private final String visitors = app.csrfTokens.of(CsrfHolder.visitor(VISITOR));

  private static FakeRequest ofBrowser(FakeRequest request) {
    return request.header("Sec-Fetch-Site", "same-origin");
  }

  private FakeRequest byCookie(FakeRequest request) {
    new RequestLogin.ByTicket(login.session(), login.ticket())
        .establish(request, new FakeResponse());
    return request;
  }

  private FakeRequest posted() {
    return byCookie(ofBrowser(FakeRequest.post("/orders")));
  }

  @Test
  void cookie_withoutAToken_isRefused() {
    assertThat(app.csrf.refusal(posted())).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-CSRF-Token", "X-XSRF-TOKEN"})
  void cookie_withTheTokenOfItsLogin_passes(String header) {
    assertThat(app.csrf.refusal(posted().header(header, token))).isNull();
    assertThat(app.csrf.refusal(posted().header(header, ""))).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @Test
  @Tag("X4")
  void cookie_withAnotherToken_isRefused() {
    String ofAnother =
        app.csrfTokens.of(CsrfHolder.login(app.browserLogin("alice").session().id()));

    for (String wrong : new String[] {visitors, ofAnother, "x", token + "x"}) {
      assertThat(app.csrf.refusal(posted().header("X-CSRF-Token", wrong)))
          .isEqualTo(Reason.CSRF_TOKEN_INVALID);
    }
  }

  @Test
  @Tag("X19")
  void cookie_withTwoTokens_isRefused() {
    FakeRequest twice = posted().header("X-CSRF-Token", token).header("X-CSRF-Token", token);
    FakeRequest form = posted().body(FORM, "");
    form.parameter("_csrf", token, token);

    assertThat(app.csrf.refusal(twice)).isEqualTo(Reason.CSRF_TOKEN_INVALID);
    assertThat(app.csrf.refusal(form)).isEqualTo(Reason.CSRF_TOKEN_INVALID);
  }

  @Test
  void header_comesBeforeTheForm() {
    FakeRequest request = posted().body(FORM, "").header("X-CSRF-Token", "x");
    request.parameter("_csrf", token);

    assertThat(app.csrf.refusal(request)).isEqualTo(Reason.CSRF_TOKEN_INVALID);
    assertThat(request.getCharacterEncoding()).isNull();
  }

  @Test
  void form_withTheToken_passes_andIsUtf8() {
    FakeRequest request = posted().body(FORM, "");
    request.parameter("_csrf", token);

    assertThat(app.csrf.refusal(request)).isNull();
    assertThat(request.getCharacterEncoding()).isEqualTo("UTF-8");
    assertThat(ShownCsrfToken.wasLookedForInAForm(request)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"_csrf=x", "%5Fcsrf=x", "a=b&_csrf", "a=%zz&_csrf=x"})
  @Tag("X4")
  void token_inTheAddress_doesNotCount(String query) {
    FakeRequest request = posted().body(FORM, "").query(query);
    request.parameter("_csrf", token);
    FakeRequest json = posted().body("application/json", "{}").query(query);
    json.parameter("_csrf", token);

    assertThat(app.csrf.refusal(request)).isEqualTo(Reason.CSRF_TOKEN_MISSING);
    assertThat(app.csrf.refusal(json)).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @Test
  void parts_withTheToken_pass() {
    FakeRequest request = posted().body("multipart/form-data; boundary=x", "");
    request.part("file", "content");
    request.part("_csrf", token);
    FakeRequest takesNone = posted().body("multipart/form-data; boundary=x", "");
    takesNone.parameter("_csrf", token);

    assertThat(app.csrf.refusal(request)).isNull();
    assertThat(app.csrf.refusal(takesNone)).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, true",
    "HEAD, true",
    "OPTIONS, true",
    "POST, false",
    "PUT, false",
    "PATCH, false",
    "DELETE, false",
    "TRACE, false",
    "get, false",
    "MADE-UP, false"
  })
  @Tag("X3")
  void method_thatIsSafe_needsNone(String method, boolean safe) {
    assertThat(app.csrf.refusal(byCookie(ofBrowser(FakeRequest.of(method, "/orders")))) == null)
        .isEqualTo(safe);
  }

  @Test
  void webSocket_needsNone() {
    FakeRequest handshake = byCookie(ofBrowser(FakeRequest.get("/socket")));

    assertThat(app.csrf.refusal(handshake.header("Upgrade", "websocket"))).isNull();
  }

  @Test
  void bearerToken_andNobody_needNone() {
    FakeRequest bearer = ofBrowser(FakeRequest.post("/orders"));
    new RequestLogin.ByToken(login.session(), null).establish(bearer, new FakeResponse());

    assertThat(app.csrf.refusal(bearer)).isNull();
    assertThat(app.csrf.loginRefusal(bearer)).isNull();
    assertThat(app.csrf.refusal(ofBrowser(FakeRequest.post("/orders")))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "auto, false, false",
    "off, false, false",
    "token, true, false",
    "always, true, true"
  })
  void client_isAsked_byTheMode(String mode, boolean browser, boolean program) {
    TestApplication other = new TestApplication(Map.of("cloakroom.csrf", mode));

    assertThat(other.csrf.refusal(posted()) != null).isEqualTo(browser);
    assertThat(other.csrf.refusal(byCookie(FakeRequest.post("/orders"))) != null)
        .isEqualTo(program);
    assertThat(other.csrf.loginRefusal(ofBrowser(FakeRequest.post("/login"))) != null)
        .isEqualTo(browser);
    assertThat(other.csrf.loginRefusal(FakeRequest.post("/login")) != null).isEqualTo(program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Origin", "Sec-Fetch-Mode", "Sec-Fetch-Dest"})
  void browser_isKnownByAnyOfItsHeaders(String header) {
    assertThat(app.csrf.refusal(byCookie(FakeRequest.post("/orders").header(header, ""))))
        .isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @Test
  void exempt_needsNone() {
    FakeRequest request = posted();
    CsrfCheck.exempt(request);

    assertThat(app.csrf.refusal(request)).isNull();
    assertThat(app.csrf.loginRefusal(request)).isNull();
  }

  @Test
  @Tag("X6")
  void login_needsTheTokenOfItsVisitor() {
    FakeRequest request = ofBrowser(FakeRequest.post("/login")).header("X-CSRF-Token", visitors);
    FakeRequest other = ofBrowser(FakeRequest.post("/login")).header("X-CSRF-Token", visitors);

    assertThat(app.csrf.loginRefusal(request)).isEqualTo(Reason.CSRF_TOKEN_INVALID);
    assertThat(app.csrf.loginRefusal(other.cookie("__Host-sid-csrf=BAAAAAAAAAAAAAAAAAAAAA")))
        .isEqualTo(Reason.CSRF_TOKEN_INVALID);
    assertThat(app.csrf.loginRefusal(request.cookie("__Host-sid-csrf=" + VISITOR))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAA%"})
  @Tag("X6")
  void login_ofAVisitorWhoseCookieIsNone_isRefused(String cookie) {
    String made = app.csrfTokens.of(CsrfHolder.visitor(cookie));
    FakeRequest request = ofBrowser(FakeRequest.post("/login")).header("X-CSRF-Token", made);

    assertThat(app.csrf.loginRefusal(request.cookie("__Host-sid-csrf=" + cookie)))
        .isEqualTo(Reason.CSRF_TOKEN_INVALID);
  }

  @Test
  @Tag("X6")
  void login_ofAPageFromBeforeAnEarlierOne_takesTheTokenOfThat() {
    FakeRequest request = ofBrowser(FakeRequest.post("/login")).header("X-CSRF-Token", token);

    assertThat(app.csrf.loginRefusal(request)).isEqualTo(Reason.CSRF_TOKEN_INVALID);
    assertThat(app.csrf.loginRefusal(request.cookie(TestApplication.cookieOf(login)))).isNull();
  }

  @Test
  void field_thatAnEndpointHasRead_counts() {
    FakeRequest request =
        ofBrowser(FakeRequest.post("/login")).cookie("__Host-sid-csrf=" + VISITOR).body(FORM, "");
    ShownCsrfToken.tell(request, visitors);
    FakeRequest without = ofBrowser(FakeRequest.post("/login")).body(FORM, "");
    without.parameter("_csrf", visitors);
    ShownCsrfToken.tell(without, null);

    assertThat(app.csrf.loginRefusal(request)).isNull();
    assertThat(app.csrf.loginRefusal(without)).isEqualTo(Reason.CSRF_TOKEN_MISSING);
  }

  @Test
  void answer_saysWhatToSendAndWhereToGetIt() {
    TestApplication without =
        new TestApplication(
            Map.of("cloakroom.csrf", "token", "cloakroom.endpoint.csrf.enabled", "false"));

    assertThat(app.csrf.answer(Reason.CSRF_TOKEN_MISSING, posted()).body())
        .contains("X-CSRF-Token", "_csrf", "GET /app/csrf gives one.", "\"status\":403");
    assertThat(without.csrf.answer(Reason.CSRF_TOKEN_MISSING, posted()).body())
        .contains("X-CSRF-Token", "_csrf")
        .doesNotContain("GET");
    assertThat(app.csrf.answer(Reason.FORBIDDEN, posted()).body()).doesNotContain("_csrf");
  }
}
