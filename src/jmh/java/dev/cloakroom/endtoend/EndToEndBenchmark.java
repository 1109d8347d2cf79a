package dev.cloakroom.endtoend;

import dev.cloakroom.demo.launch.Arguments;
import dev.cloakroom.demo.launch.LaunchException;
import dev.cloakroom.demo.launch.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Measures {@code GET /api/me} by cookie and by bearer token next to the floor, the server's own
 * MicroProfile JWT and the anonymous {@code GET /api/public}.
 *
 * <p>Each WAR has a server of its own; while one is measured the others are idle. Rounds are
 * interleaved, so that a slow moment of the machine meets every case. The warm-up is long because a
 * server on two cores compiles for half a minute; measured earlier, the order of the cases decides.
 * Arguments: {@code --payara <jar> --preboot <file> [--war <demo war>] [--port 18080] [--rounds 7]
 * [--seconds 5] [--warm-up 45]}; two ports a server are used from {@code --port} on. Without {@code
 * --war} only the cases that need no Cloakroom are measured.
 */
public final class EndToEndBenchmark {

  private static final List<String> ARGUMENTS =
      List.of("--payara", "--preboot", "--war", "--port", "--rounds", "--seconds", "--warm-up");

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
    List<BenchmarkCase> cases = new ArrayList<>(comparisons());
    String anonymous = "anonymous, MP-JWT's";
    if (given.text("--war") != null) {
      cases.addAll(cloakroom());
      anonymous = "anonymous";
    }
    System.out.print(measure(cases).table("floor", anonymous));
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
    for (BenchmarkCase which : cases) {
      load.requestsPerSecond(which, warmUp);
    }
    Results results = new Results();
    List<BenchmarkCase> order = new ArrayList<>(cases);
    for (int round = given.number("--rounds", 50, 7); round > 0; round--) {
      for (BenchmarkCase which : order) {
        results.add(which.name(), load.requestsPerSecond(which, time));
      }
      // Forwards, then backwards: no case always runs right after the same other one.
      Collections.reverse(order);
    }
    return results;
  }
}
