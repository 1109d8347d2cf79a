package dev.cloakroom.endtoend;

import dev.cloakroom.benchmark.Results;
import dev.cloakroom.demo.launch.Arguments;
import dev.cloakroom.demo.launch.LaunchException;
import dev.cloakroom.demo.launch.Ports;
import dev.cloakroom.testing.PostgresServer;
import dev.cloakroom.testing.RedisProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures {@code GET /api/me} by cookie and by bearer token next to the floor, the server's own
 * MicroProfile JWT and the anonymous {@code GET /api/public}; or, {@code --beside stores}, by
 * cookie with the sessions in memory, in Redis and in PostgreSQL.
 *
 * <p>Each WAR has a server of its own; while one is measured the others are idle. Rounds are
 * interleaved, so that a slow moment of the machine meets every case. The warm-up is long because a
 * server on two cores compiles for half a minute; measured earlier, the order of the cases decides.
 * Arguments: {@code --payara <jar> --preboot <file> [--war <demo war>] [--port 18080] [--rounds 7]
 * [--seconds 5] [--warm-up 45] [--beside others]}; two ports a server are used from {@code --port}
 * on. Without {@code --war} only the cases that need no Cloakroom are measured.
 */
public final class EndToEndBenchmark {

  private static final List<String> ARGUMENTS =
      List.of(
          "--payara",
          "--preboot",
          "--war",
          "--port",
          "--rounds",
          "--seconds",
          "--warm-up",
          "--beside");

  private static final String OTHERS = "others";
  private static final String STORES = "stores";

  private final Arguments given;
  private final Servers servers;
  private final Load load = Load.best();

  private EndToEndBenchmark(Arguments given, Servers servers) {
    this.given = given;
    this.servers = servers;
  }

  public static void main(String[] args) throws Exception {
    try {
      Arguments given = Arguments.parse(List.of(args), ARGUMENTS);
      int firstPort = given.number("--port", Ports.HIGHEST - 6, 18_080);
      try (Servers servers =
          new Servers(given.file("--payara"), given.file("--preboot"), firstPort)) {
        // Ctrl-C must not leave servers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-servers"));
        new EndToEndBenchmark(given, servers).run();
      }
    } catch (LaunchException refused) {
      System.err.println("End-to-end benchmark: " + refused.getMessage());
      System.exit(refused.exitCode());
    }
  }

  private void run() throws Exception {
    if (given.choice("--beside", List.of(OTHERS, STORES)).equals(STORES)) {
      besideStores();
    } else {
      besideOthers();
    }
  }

  private void besideStores() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        PostgresServer postgres = PostgresServer.start()) {
      StoreWars wars = new StoreWars(given.file("--war"), ComparisonWar.temporaryFolder());
      List<BenchmarkCase> cases =
          List.of(
              byCookie("memory", wars.demo()),
              byCookie("Redis", wars.redis(), "store=redis", "redis.uri=" + redis.uri()),
              byCookie(
                  "PostgreSQL",
                  wars.postgres(postgres.port()),
                  "store=sql",
                  "sql.data-source=" + StoreWars.DATA_SOURCE,
                  "sql.create-schema=true"));
      System.out.print(measure(cases).table(Map.of("memory", "memory")));
      // Before the stores are gone.
      servers.close();
    }
  }

  private BenchmarkCase byCookie(String name, Path war, String... settings) throws Exception {
    URI server = servers.start(war, "/api/public", settings);
    return me(name, server, Map.of("Cookie", CloakroomLogin.at(server).cookie()));
  }

  private void besideOthers() throws Exception {
    List<BenchmarkCase> cases = new ArrayList<>(comparisons());
    String anonymous = "anonymous, MP-JWT's";
    if (given.text("--war") != null) {
      cases.addAll(cloakroom());
      anonymous = "anonymous";
    }
    Map<String, String> bases = new LinkedHashMap<>();
    bases.put("floor", "floor");
    bases.put("anonymous", anonymous);
    System.out.print(measure(cases).table(bases));
  }

  private List<BenchmarkCase> comparisons() throws Exception {
    Path folder = ComparisonWar.temporaryFolder();
    Path floorWar = ComparisonWar.floor(folder);
    Rs256Signer signer = new Rs256Signer(Clock.systemUTC());
    Path mpJwtWar = ComparisonWar.mpJwt(folder, signer);
    URI floor = servers.start(floorWar, "/api/public");
    URI mpJwt = servers.start(mpJwtWar, "/api/open");
    return List.of(
        me("floor", floor, Map.of()),
        me("MP-JWT", mpJwt, Map.of("Authorization", "Bearer " + signer.token())),
        new BenchmarkCase("anonymous, MP-JWT's", mpJwt.resolve("/api/open"), Map.of()));
  }

  private List<BenchmarkCase> cloakroom() throws Exception {
    URI server = servers.start(given.file("--war"), "/api/public");
    CloakroomLogin login = CloakroomLogin.at(server);
    return List.of(
        me("cookie", server, Map.of("Cookie", login.cookie())),
        me("bearer", server, Map.of("Authorization", "Bearer " + login.token())),
        new BenchmarkCase("anonymous", server.resolve("/api/public"), Map.of()));
  }

  private static BenchmarkCase me(String name, URI server, Map<String, String> headers) {
    return new BenchmarkCase(name, server.resolve("/api/me"), headers);
  }

  private Results measure(List<BenchmarkCase> cases) throws Exception {
    Duration warmUp = Duration.ofSeconds(given.number("--warm-up", 300, 45));
    Duration time = Duration.ofSeconds(given.number("--seconds", 60, 5));
    Map<String, Results.Case> measured = new LinkedHashMap<>();
    for (BenchmarkCase which : cases) {
      load.requestsPerSecond(which, warmUp);
      measured.put(which.name(), () -> load.requestsPerSecond(which, time));
    }
    return Results.inRounds(given.number("--rounds", 50, 7), measured);
  }
}
