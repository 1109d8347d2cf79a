package dev.cloakroom.it.cost;

import dev.cloakroom.it.nodes.BackEnd;
import dev.cloakroom.it.nodes.SharedPostgres;
import dev.cloakroom.it.nodes.SharedRedis;
import dev.cloakroom.it.probe.ProbeWar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CPU time of the server's process per request, wherever the sessions are. */
class StoresBenchmark {
  private static final String MEMORY = "memory";

  @Test
  void warm(@TempDir Path folder, @TempDir Path redisFolder) throws Exception {
    try (BackEnd redis = new SharedRedis(redisFolder);
        BackEnd postgres = new SharedPostgres();
        MeasuredServer server = MeasuredServer.in(folder)) {
      server
          .deploy(CostWars.guarded("memory.war").archive())
          .deploy(on(redis, "redis.war").archive())
          .deploy(on(postgres, "postgres.war").archive());
      server.print(
          "CPU time per request by cookie, wherever the sessions are",
          List.of(
              byCookie(server, MEMORY), byCookie(server, "redis"), byCookie(server, "postgres")));
    }
  }

  private static ProbeWar on(BackEnd store, String name) {
    ProbeWar war = CostWars.guarded(name);
    store.addTo(war);
    return war;
  }

  private static CostCase byCookie(MeasuredServer server, String application) {
    return CostCase.same(
        application,
        MEMORY,
        server.address().http(application + "/api/text/user"),
        MeasuredLogin.at(server.address(), application).cookie());
  }
}
