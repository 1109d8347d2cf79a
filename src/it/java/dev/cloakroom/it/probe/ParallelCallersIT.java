package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many callers at once on one application-scoped bean: nobody sees another's session or token. */
@OnServer(ProbeDeployment.class)
class ParallelCallersIT {
  private static final int THREADS = 12;
  private static final int CALLERS = 24;
  private static final int ROUNDS = 4;

  private final RunningServer server;

  ParallelCallersIT(RunningServer server) {
    this.server = server;
  }

  /** What a client must be told; one without a name sends nothing and must be told of nobody. */
  private record Expected(ProbeClient client, String name, String sessionId, String token) {

    Expected copy() {
      return new Expected(client.copy(), name, sessionId, token);
    }

    /** Asks as this caller; gives what was wrong with the answer, if anything. */
    List<String> wrongAnswers(String path) {
      JsonObject caller = client.json(path);
      List<String> wrong = new ArrayList<>();
      check(wrong, name, caller, "session", "name");
      check(wrong, sessionId, caller, "session", "id");
      check(wrong, name, caller, "container", "name");
      check(wrong, name, caller, "request", "name");
      check(wrong, token, caller, "token", "raw");
      check(wrong, token.isEmpty() ? "" : name, caller, "token", "name");
      return wrong;
    }

    private static void check(
        List<String> wrong, String expected, JsonObject caller, String view, String field) {
      String told = caller.getJsonObject(view).getString(field);
      if (!told.equals(expected)) {
        wrong.add(view + "." + field + " is " + told + " instead of " + expected);
      }
    }
  }

  @Test
  @Tag("S15")
  void manyCallersAtOnce_byCookieAndBearer_areEachToldOfThemselvesOnly() throws Exception {
    List<Expected> callers = callers();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        List<Expected> own = callers.stream().map(Expected::copy).toList();
        int first = thread;
        results.add(threads.submit(() -> wrongAnswers(own, first)));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Expected> callers() {
    ProbeClient first = ProbeClient.over(server);
    List<Expected> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String name = "user-" + i;
      ProbeClient client = first.another();
      JsonObject login = client.login(name);
      String id = login.getJsonObject("session").getString("id");
      String token = login.getString("accessToken");
      callers.add(
          switch (i % 5) {
            case 0, 1 -> new Expected(client, name, id, "");
            case 2, 3 -> new Expected(first.another().bearer(token), name, id, token);
            default -> new Expected(first.another(), "", "", "");
          });
    }
    return callers;
  }

  /** Each thread begins with another caller, so that neighbours in time differ. */
  private static List<String> wrongAnswers(List<Expected> callers, int first) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < ROUNDS * callers.size(); i++) {
      Expected caller = callers.get((first + i) % callers.size());
      wrong.addAll(caller.wrongAnswers(i % 2 == 0 ? "caller" : "api/caller"));
    }
    return wrong;
  }
}
