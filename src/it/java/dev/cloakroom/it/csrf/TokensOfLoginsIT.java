package dev.cloakroom.it.csrf;

import static dev.cloakroom.it.csrf.Page.FIELD;
import static dev.cloakroom.it.csrf.Page.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A token is of one login, or of one visitor, as long as that; a login needs one as well. */
@OnServerWith(CsrfWars.class)
@Tag("X4")
class TokensOfLoginsIT {
  private static final String MISSING = "csrf-token-missing";
  private static final String INVALID = "csrf-token-invalid";

  private final ProbeClient token;

  TokensOfLoginsIT(ServerProcess process) {
    token = ProbeClient.over(process.server()).another("token/");
  }

  private static void assertWrites(Page page) {
    HttpResponse<String> answer = page.browser().post("notes", Map.of("text", "a"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void assertWritesNothing(Page page) {
    assertRefused(page.browser().post("notes", Map.of("text", "a")), INVALID);
  }

  private static HttpResponse<String> login(Page page, Map<String, String> more) {
    return login(page, ProbeClient.LOGIN, more);
  }

  private static HttpResponse<String> login(Page page, String path, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.putAll(Map.of("username", "user-login", "password", "pw-user-login"));
    return page.browser().post(path, form);
  }

  @Test
  @Tag("X6")
  void login_ofABrowser_needsTheTokenOfItsVisitor() {
    Page page = Page.of(token);
    assertRefused(login(page, Map.of()), MISSING);
    assertThat(page.browser().cookie(ProbeClient.TICKET)).isNull();

    String ofAnother = Page.of(token).token();
    assertRefused(login(page, Map.of(FIELD, ofAnother)), INVALID);
    assertRefused(login(page.showing(ofAnother), Map.of()), INVALID);

    String own = page.token();
    assertRefused(login(page, ProbeClient.LOGIN + "?" + FIELD + "=" + own, Map.of()), MISSING);
    assertThat(login(page, Map.of(FIELD, own)).statusCode()).isEqualTo(200);
    assertThat(page.browser().get("auth/session").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("X6")
  void login_ofAPageThatSendsJson_takesTheTokenFromTheHeader() {
    Page page = Page.of(token);
    String json = "{\"username\":\"user-json\",\"password\":\"pw-user-json\"}";

    assertRefused(page.browser().post(ProbeClient.LOGIN, "application/json", json), MISSING);
    String own = page.token();
    assertThat(
            page.showing(own)
                .browser()
                .post(ProbeClient.LOGIN, "application/json", json)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  @Tag("X6")
  void login_byTheApplicationItself_needsOneToo() {
    Map<String, String> form = Map.of("name", "user-own", "password", "pw-user-own");
    Page page = Page.of(token);
    assertThat(page.browser().post("sign-in", form).body()).contains("out: ", MISSING);
    assertThat(page.browser().cookie(ProbeClient.TICKET)).isNull();

    Map<String, String> whole = new HashMap<>(form);
    whole.put(FIELD, page.token());
    assertThat(page.browser().post("sign-in", whole).body()).isEqualTo("in");
    assertThat(page.browser().get("auth/session").statusCode()).isEqualTo(200);
  }

  @Test
  void tokenOfBeforeTheLogin_doesNotCountForIt() {
    Page page = Page.of(token);
    String visitors = page.token();
    page.logIn("user-before");

    assertWritesNothing(page.showing(visitors));
    assertWrites(page.showing(page.token()));
  }

  @Test
  void tokenOfAnotherLogin_doesNotCount_alsoOfTheSameCaller() {
    Page one = Page.of(token).logIn("user-two");
    Page other = Page.of(token).logIn("user-two");

    assertWritesNothing(one.showing(other.token()));
    assertWrites(other.showing(other.token()));
  }

  @Test
  void tokens_ofOneLogin_lookDifferentEachTime_andAllCount() {
    Page page = Page.of(token).logIn("user-masked");
    String first = page.token();
    String second = page.token();

    assertThat(first).hasSize(86).isNotEqualTo(second);
    assertWrites(page.showing(first));
    assertWrites(page.showing(second));
    assertWrites(page.showing(first));
  }

  @Test
  void token_survivesTheTicket() {
    Page page = Page.of(token).logIn("user-rotated");
    String before = page.token();
    String ticket = page.browser().ticket();

    assertThat(page.browser().get("token?rotate=1").statusCode()).isEqualTo(200);
    assertThat(page.browser().ticket()).isNotEqualTo(ticket);

    assertWrites(page.showing(before));
    assertWrites(page.showing(page.token()));
  }

  @Test
  void tabs_sideBySide_eachHaveTheirOwn() {
    Page tab = Page.of(token).logIn("user-tabs");
    String ofOne = tab.token();
    String ofTheOther = tab.token();

    assertWrites(tab.showing(ofTheOther));
    assertWrites(tab.showing(ofOne));
  }

  @Test
  void logout_needsOne_andEndsIt() {
    Page page = Page.of(token).logIn("user-leaving");
    String own = page.token();
    assertRefused(page.browser().post(ProbeClient.LOGOUT), MISSING);
    assertThat(page.browser().get("auth/session").statusCode()).isEqualTo(200);

    Page copy = page.copy();
    assertThat(page.browser().post(ProbeClient.LOGOUT, Map.of(FIELD, own)).statusCode())
        .isEqualTo(200);
    assertThat(copy.browser().get("auth/session").statusCode()).isEqualTo(401);
    assertThat(page.browser().post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    page.logIn("user-leaving");
    assertWritesNothing(page.showing(own));
    assertWrites(page.showing(page.token()));
  }

  @Test
  @Tag("X6")
  void secondLogin_takesTheTokenOfTheFirst() {
    Page page = Page.of(token).logIn("user-first");
    String ofTheFirst = page.token();

    assertThat(login(page, Map.of(FIELD, ofTheFirst)).statusCode()).isEqualTo(200);
    assertWritesNothing(page.showing(ofTheFirst));
    assertWrites(page.showing(page.token()));
  }

  @Test
  void cookieOfAVisitor_isAsGuardedAsTheSessionCookie() {
    HttpResponse<String> answer = token.another().get("auth/csrf");

    assertThat(answer.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("sid-csrf=[A-Za-z0-9_-]{22}; .*")
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Max-Age");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("no-store");
  }
}
