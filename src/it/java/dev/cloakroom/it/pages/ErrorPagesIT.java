package dev.cloakroom.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused visitors of an application with pages for that: they get them, whoever refuses. */
@OnServerWith(PagesWars.class)
class ErrorPagesIT {
  /** Of the right form, so that the store has to be asked. */
  private static final String TICKET = "A".repeat(22) + "." + "B".repeat(43);

  private final ServerProcess process;
  private final ProbeClient program;
  private final ProbeClient visitor;

  ErrorPagesIT(ServerProcess process) {
    this.process = process;
    program = program("error-pages/");
    visitor = visitor("error-pages/");
  }

  private ProbeClient program(String application) {
    return ProbeClient.over(process.server()).another(application);
  }

  private ProbeClient visitor(String application) {
    return program(application).header("Accept", "text/html,*/*;q=0.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/1", "rest/pages", "rest/pages/vault", "vault"})
  void visitorWithoutLogin_getsThePageFor401(String path) {
    HttpResponse<String> answer = visitor.get(path);

    assertPage(answer, 401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertProblem(program.get(path), 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest/pages/for-admins", "rest/pages/vault-of-admins", "vault-of-admins"})
  void visitorWithoutTheRole_getsThePageFor403(String path) {
    program.login("user-errors");
    visitor.cookie("sid", program.ticket());

    assertPage(visitor.get(path), 403);
    assertProblem(program.get(path), 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/1", "rest/pages", "rest/pages/vault", "vault"})
  void visitorWhoseLoginNobodyCanLookUp_getsThePageFor503(String path) {
    ProbeClient asked = visitor("no-store/").cookie(ProbeClient.TICKET, TICKET);
    ProbeClient asking = program("no-store/").cookie(ProbeClient.TICKET, TICKET);

    HttpResponse<String> answer = asked.get(path);
    assertPage(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertProblem(asking.get(path), 503);
  }

  @Test
  void visitorWithoutLogin_getsThePageFor401_alsoWhereTheStoreIsDown() {
    assertPage(visitor("no-store/").get("orders/1"), 401);
  }

  private static void assertPage(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("<p>the page for " + status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }
}
