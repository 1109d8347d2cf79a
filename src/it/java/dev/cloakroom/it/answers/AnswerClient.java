package dev.cloakroom.it.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client of the application that has it do things, each answer several. */
record AnswerClient(ProbeClient client) {
  static final String LONG_AGO = "Thu, 01 Dec 1994 16:00:00 GMT";

  static AnswerClient of(RunningServer server) {
    return new AnswerClient(ProbeClient.over(server).another("answers/"));
  }

  static AnswerClient overHttps(RunningServer server) {
    return new AnswerClient(ProbeClient.overHttps(server).another("answers/"));
  }

  /** Another client, of whom nothing is known. */
  AnswerClient another() {
    return new AnswerClient(client.another());
  }

  HttpResponse<String> get(String page, String... steps) {
    return client.get(page + "?" + query(steps));
  }

  private static String query(String... steps) {
    return Stream.of(steps)
        .map(step -> "do=" + URLEncoder.encode(step, UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Logs in, so that the next request brings a ticket that is due to be replaced. */
  AnswerClient withTicketDue(String name) {
    client.login(name);
    another().get("page", "regroup:" + name);
    return this;
  }

  /** The answer has brought a new ticket, by one cookie, which no cache keeps; and it is good. */
  void assertBringsTicket(HttpResponse<String> answer, String earlier, String caller) {
    assertThat(setCookies(answer, ProbeClient.TICKET)).as("" + answer.headers().map()).hasSize(1);
    assertThat(client.ticket()).isNotEqualTo(earlier);
    assertKeptByNoCache(answer);
    assertThat(get("page", "who").body()).isEqualToIgnoringNewLines(caller);
    assertThat(client.get("auth/session").statusCode()).isEqualTo(200);
  }

  /** Open Liberty adds a date in the past, and to our {@code no-store} words of its own. */
  static void assertKeptByNoCache(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Cache-Control"))
        .singleElement()
        .asString()
        .matches("no-store(, no-cache=set-cookie)?");
    assertThat(answer.headers().allValues("Expires")).isSubsetOf("0", LONG_AGO);
    assertThat(answer.headers().allValues("CDN-Cache-Control")).isSubsetOf("no-store");
  }

  static List<String> setCookies(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(name + "="))
        .toList();
  }
}
