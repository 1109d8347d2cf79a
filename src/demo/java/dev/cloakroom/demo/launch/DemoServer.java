package dev.cloakroom.demo.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs the demo in the foreground until it is stopped.
 *
 * <p>Arguments: {@code --payara <jar> --war <war> --preboot <file> [--port 8080] [--https-port
 * 8443] [--store environment|memory|redis|sql] [--nodes 1]}. Leaves with 2 for wrong arguments, 1
 * when a server or the application cannot start, else with the server's own code.
 */
public final class DemoServer {

  private DemoServer() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      System.exit(run(DemoPlan.of(List.of(args), System.getenv()), System.getenv()));
    } catch (LaunchException refused) {
      System.err.println("\nCloakroom demo: " + refused.getMessage());
      System.exit(refused.exitCode());
    }
  }

  private static int run(DemoPlan plan, Map<String, String> environment)
      throws LaunchException, InterruptedException {
    List<String> options = new ArrayList<>(plan.jvmOptions(environment));
    options.addAll(EmbeddedStore.of(plan.store()).jvmOptions());
    options.addAll(OtherOrigins.of(plan.ports()).jvmOptions());
    try (Nodes nodes = new Nodes()) {
      // Ctrl-C and SIGTERM end this process by its hooks: the children must not outlive it.
      Runtime.getRuntime().addShutdownHook(new Thread(nodes::close, "stop-servers"));
      nodes.start(plan.nodes(), options, System.out);
      nodes.awaitReady();
      System.out.println(banner(plan.ports()));
      int code = nodes.awaitEnd();
      System.err.println("Cloakroom demo: Payara Micro ended with code " + code + ".");
      return code;
    }
  }

  static String banner(List<Ports> nodes) {
    return """

        Cloakroom's demo is ready.
        %s
          Try   curl -i -d 'username=alice&password=123' http://localhost:%d/api/login
          Stop  Ctrl-C"""
        .formatted(
            nodes.stream().map(DemoServer::addresses).collect(Collectors.joining("\n")),
            nodes.get(0).http());
  }

  private static String addresses(Ports ports) {
    return "  Open  http://localhost:%d/  or  https://localhost:%d/ (self-signed certificate)"
        .formatted(ports.http(), ports.https());
  }
}
