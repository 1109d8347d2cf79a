package dev.cloakroom.it.csrf;

import static dev.cloakroom.it.csrf.Page.FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was looked into for its token can be read as if nobody had. */
@OnServerWith(CsrfWars.class)
class BodiesWithTokensIT {
  private final ProbeClient token;

  BodiesWithTokensIT(ServerProcess process) {
    token = ProbeClient.over(process.server()).another("token/");
  }

  @ParameterizedTest
  @CsvSource({
    "parameter, grüße",
    "values,    'grüße,2'",
    "injected,  grüße",
    "encoding,  UTF-8",
  })
  void form_thatBringsItsToken_isReadAsEver(String how, String text) {
    Page page = Page.of(token).logIn("user-reading");
    page.browser().header("X-Read", how);

    HttpResponse<String> answer =
        page.browser()
            .post(
                "notes",
                "application/x-www-form-urlencoded",
                "text=gr%C3%BC%C3%9Fe&" + FIELD + "=" + page.token() + "&text=2");

    assertThat(answer.body()).isEqualTo("user-reading: " + text);
  }

  @ParameterizedTest
  @CsvSource({"stream", "reader"})
  void form_thatBringsItsToken_canBeReadAsABodyToo(String how) {
    Page page = Page.of(token).logIn("user-stream");
    page.browser().header("X-Read", how);
    String shown = page.token();

    HttpResponse<String> answer =
        page.browser()
            .post(
                "notes?text=0",
                "application/x-www-form-urlencoded",
                "text=gr%C3%BC%C3%9Fe&" + FIELD + "=" + shown);

    assertThat(answer.body().substring("user-stream: ".length()).split("&", -1))
        .containsExactlyInAnyOrder("text=gr%C3%BC%C3%9Fe", FIELD + "=" + shown);
  }

  @Test
  void body_whoseTokenComesInAHeader_isNotTouched() {
    Page page = Page.of(token).logIn("user-latin");
    Page showing = page.showing(page.token());
    showing.browser().header("X-Read", "encoding");

    assertThat(showing.browser().post("notes", Map.of("text", "a")).body())
        .isIn("user-latin: null", "user-latin: UTF-8");
  }
}
