package dev.cloakroom.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a refusal keeps of the answer that was given up for it, and what a guarded page tells caches
 * when the application tells them nothing.
 */
@OnServerWith(AnswerWars.class)
class GivenUpAnswersIT {
  private static final String PROBLEM = "application/problem+json";

  private final AnswerClient client;

  GivenUpAnswersIT(ServerProcess process) {
    client = AnswerClient.of(process.server());
  }

  @ParameterizedTest
  @CsvSource({
    "page, admin, 403",
    "page, store, 503",
    "rest/page, admin, 403",
    "rest/page, store, 503"
  })
  @Tag("B4")
  void refusal_keepsCookiesAndWhatOtherOriginsMayRead_andNothingElse(
      String page, String refused, int status) {
    client.client().login("user-refused");

    HttpResponse<String> answer = client.get(page, "described", "cookie:basket", refused);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith(PROBLEM);
    for (String gone :
        List.of(
            "Content-Encoding", "Content-Disposition", "Content-Range", "ETag", "Last-Modified")) {
      assertThat(answer.headers().allValues(gone)).as(gone).isEmpty();
    }
    AnswerClient.assertKeptByNoCache(answer);
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("https://shop.example");
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(AnswerClient.setCookies(answer, "theme")).hasSize(1);
    assertThat(AnswerClient.setCookies(answer, "basket")).hasSize(1);
    assertThat(answer.body()).contains("\"reason\"").endsWith("}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "rest/page"})
  void answerThatIsGiven_keepsItsDescription(String page) {
    client.client().login("admin-admitted");

    HttpResponse<String> answer = client.get(page, "set:ETag=\"all\"", "expires", "admin");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"all\"");
    assertThat(answer.headers().firstValue("Expires")).isPresent();
    assertThat(answer.headers().allValues("Cache-Control")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"declared/static.html, none", "declared/page, who", "declared/page, reset"})
  void guardedPage_isItsCallersAlone(String page, String step) {
    client.client().login("user-private");

    HttpResponse<String> answer = client.get(page, step);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Cache-Control"))
        .singleElement()
        .asString()
        .contains("no-cache");
  }

  /** The back button of a browser asks nobody. */
  @ParameterizedTest
  @CsvSource({"declared/static.html, none", "declared/page, who", "declared/page, reset"})
  @Tag("X13")
  void guardedPage_thatABrowserShows_isNotStored(String page, String step) {
    client.client().header("Sec-Fetch-Mode", "navigate").login("user-private");

    HttpResponse<String> answer = client.get(page, step);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Cache-Control"))
        .singleElement()
        .asString()
        .contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({"public.html, none", "page, who"})
  void openPage_isLeftToTheApplication(String page, String step) {
    client.client().login("user-public");

    assertThat(client.get(page, step).headers().allValues("Cache-Control")).isEmpty();
  }
}
