package dev.cloakroom.it.starts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Test;

@OnServerWith(StartWars.class)
class EarlyStartIT {
  private final ServerLog log;
  private final ProbeClient server;

  EarlyStartIT(ServerProcess process) {
    this.log = process.log();
    this.server = ProbeClient.over(process.server());
  }

  @Test
  void probe() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String path :
        new String[] {
          "early/started",
          "early/auth/session",
          "early-same/started",
          "early-other/started",
          "early-other/auth/session",
          "hidden-login/login",
          "hidden-login/session",
          "hidden-sessions/sessions/a",
          "hidden-sessions/sessions",
          "hidden-sessions/session",
          "hidden-logout/logout",
          "hidden-logout/session",
          "hidden-by-rest/sessions/text",
          "hidden-by-rest/sessions",
          "beside-rest/login/text",
          "beside-rest/login",
          "own-login/login",
          "own-login/session",
          "moved/login",
          "moved/auth/login",
          "any/login",
          "any/a",
          "any/sessions/a",
          "any/session",
          "default/login",
          "default/a",
          "default/session",
          "unnamed/open",
          "unnamed/api/secret",
          "unnamed/auth/session",
          "unnamed/nothing",
          "named/open",
          "named/api/secret",
          "named/auth/session",
          "others/open",
          "others/api/secret",
          "others/auth/session"
        }) {
      var answer = server.another().get(path);
      String body = answer.body();
      all.append(path)
          .append(' ')
          .append(answer.statusCode())
          .append(' ')
          .append(body.substring(0, Math.min(90, body.length())).replaceAll("\\s+", " "))
          .append('\n');
    }
    java.nio.file.Files.writeString(
        java.nio.file.Path.of("/tmp/starts-" + dev.cloakroom.it.RunningServer.name() + ".txt"),
        all);
    assertThat(log.text()).isNotEmpty();
  }
}
