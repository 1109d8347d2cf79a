package dev.cloakroom.demo.launch;

import java.util.List;

/**
 * Runs the demo in the foreground until it is stopped.
 *
 * <p>Arguments: {@code --payara <jar> --war <war> --preboot <file> [--port 8080] [--https-port
 * 8443]}. Leaves with 2 for wrong arguments, 1 when the server cannot start, else with the server's
 * own code.
 */
public final class DemoServer {

  private static final List<String> ARGUMENTS =
      List.of("--payara", "--war", "--preboot", "--port", "--https-port");

  private DemoServer() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      System.exit(run(launch(List.of(args))));
    } catch (LaunchException refused) {
      System.err.println("Cloakroom demo: " + refused.getMessage());
      System.exit(refused.exitCode());
    }
  }

  static Launch launch(List<String> args) throws LaunchException {
    Arguments given = Arguments.parse(args, ARGUMENTS);
    Ports ports =
        new Ports(
            given.number("--port", Ports.HIGHEST, 8080),
            given.number("--https-port", Ports.HIGHEST, 8443));
    return new Launch(given.file("--payara"), given.file("--war"), given.file("--preboot"), ports);
  }

  private static int run(Launch launch) throws LaunchException, InterruptedException {
    PayaraMicro server = PayaraMicro.start(launch, List.of(), System.out);
    // Ctrl-C and SIGTERM end this process by its hooks: the child must not outlive it.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-server"));
    server.awaitReady("/api/public");
    System.out.println(banner(launch.ports()));
    int code = server.awaitEnd();
    System.err.println("Cloakroom demo: Payara Micro ended with code " + code + ".");
    return code;
  }

  static String banner(Ports ports) {
    String http = "http://localhost:" + ports.http();
    String https = "https://localhost:" + ports.https();
    return """

        Cloakroom's demo is ready.
          Open  %1$s/  or  %2$s/ (self-signed certificate)
          Try   curl -i -d 'username=alice&password=123' %1$s/api/login
          Stop  Ctrl-C"""
        .formatted(http, https);
  }
}
