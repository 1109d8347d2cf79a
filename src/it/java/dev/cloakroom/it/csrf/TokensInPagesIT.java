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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tokens by injection, in JSP and Faces, by a cookie for scripts; what the application can read.
 */
@OnServerWith(CsrfWars.class)
class TokensInPagesIT {
  private static final String MISSING = "csrf-token-missing";
  private static final String SCRIPTS = "XSRF-TOKEN";
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final ProbeClient token;
  private final ProbeClient scripts;
  private final ProbeClient guarded;
  private final ProbeClient named;

  TokensInPagesIT(ServerProcess process) {
    ProbeClient server = ProbeClient.over(process.server());
    token = server.another("token/");
    scripts = server.another("scripts/");
    guarded = server.another("constrained/");
    named = server.another("own-bean/");
  }

  private static void assertWrites(Page page, String shown) {
    HttpResponse<String> answer = page.browser().post("notes", Map.of("text", "a", FIELD, shown));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void injectedToken_counts() {
    Page page = Page.of(token).logIn("user-injected");
    String[] shown = page.browser().get("token").body().split(" ", -1);

    assertThat(shown).hasSize(4).startsWith(Page.HEADER, FIELD);
    assertThat(shown[2]).isNotEqualTo(shown[3]);
    assertWrites(page, shown[2]);
    assertWrites(page, shown[3]);
  }

  @Test
  void injectedTokens_ofAVisitor_areOfOne() {
    Page page = Page.of(token);
    String[] shown = page.browser().get("token").body().split(" ", -1);

    for (String each : new String[] {shown[2], shown[3]}) {
      HttpResponse<String> answer =
          page.copy()
              .browser()
              .post("sign-in", Map.of("name", "user-v", "password", "pw-user-v", FIELD, each));
      assertThat(answer.body()).isEqualTo("in");
    }
  }

  @Test
  void jsp_hasTheToken() {
    Page page = Page.of(token).logIn("user-jsp");
    String[] shown = page.browser().get("token.jsp").body().split("=", 2);

    assertThat(shown[0]).isEqualTo(FIELD);
    assertWrites(page, shown[1]);
  }

  @Test
  void application_withABeanOfThatName_keepsIt_andInjectsTheToken() {
    Page page = Page.of(named).logIn("user-named");

    assertThat(page.browser().get("token.jsp").body()).isEqualTo("own=token");
    assertWrites(page, page.browser().get("token").body().split(" ", -1)[2]);
  }

  private static String find(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return Objects.requireNonNull(matcher.group(1));
  }

  private static Map<String, String> postback(String view) {
    Map<String, String> form = new HashMap<>();
    form.put("form", "form");
    form.put("form_SUBMIT", "1");
    form.put("form:text", "grüße");
    form.put("form:write", "Write");
    form.put("jakarta.faces.ViewState", find(STATE, view));
    return form;
  }

  @Test
  void facesView_hasTheToken_andItsPostbackIsDone() {
    Page page = Page.of(token).logIn("user-faces");
    String view = page.browser().get("notes.xhtml").body();
    Map<String, String> form = postback(view);
    form.put(FIELD, find(HIDDEN, view));

    HttpResponse<String> answer = page.browser().post("notes.xhtml", form);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("said(user-faces: grüße)");
  }

  /** The state of a view is no token of the login: whoever has some may send it. */
  @Test
  @Tag("X1")
  void facesView_withItsStateAlone_isRefused() {
    Page page = Page.of(token).logIn("user-faces-bare");
    String before = page.notes();

    assertRefused(
        page.browser().post("bare.xhtml", postback(page.browser().get("bare.xhtml").body())),
        MISSING);
    assertThat(page.notes()).isEqualTo(before);
  }

  @Test
  void scripts_findTheTokenInACookie() {
    Page page = Page.of(scripts);
    HttpResponse<String> first = page.browser().get("login.html");
    assertThat(first.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith(SCRIPTS))
        .singleElement()
        .asString()
        .contains("Path=/", "SameSite=Lax")
        .doesNotContain("HttpOnly");
    assertThat(page.browser().get("login.html").headers().allValues("Set-Cookie")).isEmpty();

    assertThat(script(page, ProbeClient.LOGIN, LOGIN).statusCode()).isEqualTo(200);
    assertThat(script(page, "rest/notes", "{}").body()).isEqualTo("user-script: {}");
    assertThat(script(page, ProbeClient.LOGOUT, "{}").statusCode()).isEqualTo(200);
    assertThat(script(page, ProbeClient.LOGIN, LOGIN).statusCode()).isEqualTo(200);
    assertThat(script(page, "rest/notes", "{}").body()).isEqualTo("user-script: {}");
  }

  /** The cookie alone is none: every page has a browser send it. */
  @Test
  @Tag("X1")
  void scripts_thatSendTheCookieAlone_areRefused() {
    Page page = Page.of(scripts);
    page.browser().get("login.html");

    assertRefused(page.browser().post(ProbeClient.LOGIN, "application/json", LOGIN), MISSING);
    script(page, ProbeClient.LOGIN, LOGIN);
    assertRefused(page.browser().post("rest/notes", "application/json", "{}"), MISSING);
  }

  private static final String LOGIN =
      "{\"username\":\"user-script\",\"password\":\"pw-user-script\"}";

  /** As Angular and axios do. */
  private static HttpResponse<String> script(Page page, String path, String json) {
    String shown = Objects.requireNonNull(page.browser().cookie(SCRIPTS));
    ProbeClient browser = page.browser().header("X-XSRF-TOKEN", shown);
    try {
      return browser.post(path, "application/json", json);
    } finally {
      browser.header("X-XSRF-TOKEN", "");
    }
  }

  @Test
  void endpoints_behindAConstraint_giveAndAskForTokens() {
    Page page = Page.of(guarded);
    assertRefused(page.browser().login("user-guarded", "pw-user-guarded"), MISSING);

    page.logIn("user-guarded");
    assertRefused(page.browser().post(ProbeClient.LOGOUT), MISSING);
    assertRefused(page.browser().delete("auth/sessions"), MISSING);
    assertRefused(page.browser().post("notes", Map.of("text", "a")), MISSING);
    assertWrites(page, page.token());
    assertThat(page.showing(page.token()).browser().delete("auth/sessions").statusCode())
        .isEqualTo(200);
    assertThat(page.showing(page.token()).browser().post(ProbeClient.LOGOUT).statusCode())
        .isEqualTo(200);
  }

  @Test
  void formOfAVisitor_withoutAToken_leadsBackToTheLoginPage() {
    ProbeClient visitor = Page.of(guarded).browser().header("Accept", "text/html");

    HttpResponse<String> answer = visitor.login("user-page", "pw-user-page");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/constrained/login.html?reason=" + MISSING);
  }
}
