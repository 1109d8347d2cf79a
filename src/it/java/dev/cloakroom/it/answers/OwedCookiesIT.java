package dev.cloakroom.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ticket arrives whatever the application does to its answer, and no cache keeps it. */
@OnServerWith(AnswerWars.class)
@Tag("C6")
class OwedCookiesIT {
  private static final String PUBLIC = "Cache-Control=public, max-age=3600";

  private static final String NAME = RunningServer.name();
  private static final Set<String> SETTING_HEADERS = Set.of("payara-micro", "glassfish");

  private final AnswerClient client;
  private final ServerLog log;

  OwedCookiesIT(ServerProcess process) {
    client = AnswerClient.of(process.server());
    log = process.log();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page | 200 | who
          page | 200 | set:Cache-Control=public, max-age=3600
          page | 200 | add:Cache-Control=public, max-age=3600; expires
          page | 200 | set:CDN-Cache-Control=max-age=3600
          page | 200 | set:cache-control=public; commit
          page | 200 | reset; set:Cache-Control=public
          page | 200 | set:Cache-Control=public; reset
          page | 200 | cookie:theme; reset; cookie:basket
          page | 200 | session; reset
          page | 200 | set:Set-Cookie=theme=dark
          page | 200 | cookie:theme; rotate
          page | 200 | include:/included?included=set%3ACache-Control%3Dpublic
          page | 304 | set:Cache-Control=public; set:ETag="x"; status:304
          page | 410 | set:Cache-Control=public; error:410
          page | 418 | set:Cache-Control=public; error:418
          page | 403 | described; admin
          page | 503 | described; store
          rest/page | 200 | set:Cache-Control=public
          rest/page | 403 | described; admin
          rest/cacheable | 200 | none
          declared/page | 200 | set:Cache-Control=public
          declared/page | 200 | reset
          public.html | 200 | none
          declared/static.html | 200 | none
          """)
  void ticketThatIsDue_arrives_andNoCacheKeepsIt(String page, int status, String steps) {
    String earlier = client.withTicketDue("user-due").client().ticket();

    HttpResponse<String> answer = client.get(page, steps.split("; *", -1));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    client.assertBringsTicket(answer, earlier, "user-due");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "crash", "error:410; fail", "error:410; crash"})
  void ticketThatIsDue_arrivesWithTheErrorOfAnException(String failure) {
    String earlier = client.withTicketDue("user-failing").client().ticket();

    HttpResponse<String> answer =
        client.get("page", ("set:" + PUBLIC + "; " + failure).split("; ", -1));

    assertThat(answer.statusCode()).isIn(500, 410);
    assertThat(AnswerClient.setCookies(answer, ProbeClient.TICKET)).hasSize(1);
    assertThat(client.client().ticket()).isNotEqualTo(earlier);
    assertThat(client.get("page", "who").body()).isEqualToIgnoringNewLines("user-failing");
  }

  /** What is no answer with a credential is left to the application. */
  @ParameterizedTest
  @ValueSource(strings = {"page", "declared/page", "rest/page"})
  void answerWithoutTicket_isAsCacheableAsTheApplicationSays(String page) {
    client.client().login("user-quiet");

    assertThat(client.get(page, "set:" + PUBLIC).headers().allValues("Cache-Control"))
        .containsExactly("public, max-age=3600");
    assertThat(client.get(page, "add:" + PUBLIC).headers().allValues("Cache-Control"))
        .contains("public, max-age=3600")
        .doesNotContain("private, no-cache", "private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login:user-new",
        "security:user-new",
        "login:user-new; reset",
        "cookie:theme; login:user-new; reset",
        "set:Cache-Control=public; login:user-new",
        "login:user-new; set:Cache-Control=public; cookie:basket",
        "session; login:user-new; session"
      })
  void login_arrives_andNoCacheKeepsIt(String steps) {
    HttpResponse<String> answer = client.get("page", steps.split("; *", -1));

    client.assertBringsTicket(answer, "", "user-new");
  }

  /**
   * Open Liberty goes back to the first of two cookies of one name, which the other has ended, once
   * the page has added a cookie of its own.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "logout; login:user-after",
        "logout; login:user-after; cookie:theme",
        "cookie:theme; logout; login:user-after"
      })
  void login_overATicketThatIsDue_givesTheTicketOfTheLogin(String steps) {
    client.withTicketDue("user-before");

    HttpResponse<String> answer = client.get("page", steps.split("; *", -1));

    assertThat(AnswerClient.setCookies(answer, ProbeClient.TICKET)).hasSize(1);
    AnswerClient.assertKeptByNoCache(answer);
    boolean isLost = NAME.equals("openliberty") && steps.contains("cookie");
    assertThat(client.get("page", "who").body())
        .isEqualToIgnoringNewLines(isLost ? "nobody" : "user-after");
  }

  @Test
  void logout_thatIsReset_stillClearsTheCookie() {
    client.client().login("user-leaving");

    HttpResponse<String> answer = client.get("page", "logout", "reset", "set:" + PUBLIC);

    assertThat(client.client().cookie(ProbeClient.TICKET)).isNull();
    AnswerClient.assertKeptByNoCache(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login:user-included", "security:user-including"})
  @Tag("G8")
  void login_inAnInclude_isRefused_andOpensNothing(String step)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get("page", "include:/included?included=" + step);

    assertThat(answer.body()).contains("What is included into a page cannot set headers");
    assertThat(client.client().cookie(ProbeClient.TICKET)).isNull();
    assertThat(log.textWith("A login is refused. What is included")).contains("A login is refused");
    AnswerClient other = client.another();
    other.client().login(step.split(":", -1)[1]);
    assertThat(other.client().json("auth/sessions").getJsonArray("sessions")).hasSize(1);
  }

  /** Where the server lets an include set headers all the same, it is done. */
  @ParameterizedTest
  @ValueSource(strings = {"include:/included?included=rotate", "rotate"})
  void rotation_inAnInclude_isRefused_orArrives(String step) {
    client.client().login("user-rotating");
    String ticket = client.client().ticket();

    boolean refused = client.get("page", step).body().contains("What is included");

    assertThat(refused).isEqualTo(step.startsWith("include") && !SETTING_HEADERS.contains(NAME));
    assertThat(client.client().ticket().equals(ticket)).isEqualTo(refused);
    assertThat(client.get("page", "who").body()).isEqualToIgnoringNewLines("user-rotating");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login:user-late", "security:user-too-late"})
  @Tag("G8")
  void login_afterTheAnswerHasBegun_isRefused_andOpensNothing(String step) {
    assertThat(client.get("page", "commit", step, "who").body())
        .contains("already committed", "nobody");

    AnswerClient other = client.another();
    other.client().login(step.split(":", -1)[1]);
    assertThat(other.client().json("auth/sessions").getJsonArray("sessions")).hasSize(1);
  }
}
