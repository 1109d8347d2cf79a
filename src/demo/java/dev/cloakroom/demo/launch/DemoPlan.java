package dev.cloakroom.demo.launch;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the demo is to be started as.
 *
 * @param nodes each of them, on ports of its own
 * @param store where they keep their login sessions
 */
record DemoPlan(List<Launch> nodes, StoreKind store) {
  private static final int MOST_NODES = 4;
  private static final String KEYS = "CLOAKROOM_KEYS_LOCATION";

  private static final List<String> ARGUMENTS =
      List.of("--payara", "--war", "--preboot", "--port", "--https-port", "--store", "--nodes");

  /**
   * Reads the command line.
   *
   * @param environment of this process, which the nodes inherit
   */
  static DemoPlan of(List<String> args, Map<String, String> environment) throws LaunchException {
    Arguments given = Arguments.parse(args, ARGUMENTS);
    StoreKind store = StoreKind.named(given.choice("--store", StoreKind.names()));
    int count = given.number("--nodes", MOST_NODES, 1);
    store.requireFit(count, environment);
    Launch first = first(given);
    List<Launch> nodes =
        IntStream.range(0, count)
            .mapToObj(before -> first.at(first.ports().above(before)))
            .toList();
    requirePorts(nodes);
    return new DemoPlan(nodes, store);
  }

  private static Launch first(Arguments given) throws LaunchException {
    Ports ports =
        new Ports(
            given.number("--port", Ports.HIGHEST, 8080),
            given.number("--https-port", Ports.HIGHEST, 8443));
    return new Launch(given.file("--payara"), given.file("--war"), given.file("--preboot"), ports);
  }

  private static void requirePorts(List<Launch> nodes) throws LaunchException {
    Set<Integer> known = new HashSet<>();
    for (Launch node : nodes) {
      node.ports().requireRange();
      if (!known.add(node.ports().http()) || !known.add(node.ports().https())) {
        throw new LaunchException(
            2,
            "Two listeners cannot both use port "
                + node.ports().http()
                + " or "
                + node.ports().https()
                + ": each node takes the ports above those of the one before it. Choose others by"
                + " -Ddemo.port and -Ddemo.https-port.");
      }
    }
  }

  /** What all nodes are started with, besides what their store needs. */
  List<String> jvmOptions(Map<String, String> environment) throws LaunchException {
    return environment.containsKey(KEYS) ? List.of() : KeyFile.made().jvmOptions();
  }

  List<Ports> ports() {
    return nodes.stream().map(Launch::ports).toList();
  }
}
