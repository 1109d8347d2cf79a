package dev.cloakroom.demo.launch;

import dev.cloakroom.testing.Relay;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The origins by which pages of the demo are of another one than the demo that they ask: another
 * name of this machine, and another port, which leads to the first node.
 *
 * @param nodes where they listen
 * @param anotherPort of plain HTTP
 */
record OtherOrigins(List<Ports> nodes, int anotherPort) {
  private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

  /** Has another port lead to the first node for as long as this process runs. */
  static OtherOrigins of(List<Ports> nodes) {
    return new OtherOrigins(nodes, Relay.to(nodes.get(0).http()).port());
  }

  /** What the nodes are started with to know them; two paths have rules for them. */
  List<String> jvmOptions() {
    String origins = HOSTS.stream().flatMap(this::at).collect(Collectors.joining(","));
    return List.of(
        "-Ddemo.another-port=" + anotherPort,
        "-Dcloakroom.cors.shared.allowed-origins=" + origins,
        "-Dcloakroom.cors.listed.allowed-origins=" + origins);
  }

  private Stream<String> at(String host) {
    return Stream.concat(
        Stream.of("http://" + host + ":" + anotherPort),
        nodes.stream()
            .flatMap(
                ports ->
                    Stream.of(
                        "http://" + host + ":" + ports.http(),
                        "https://" + host + ":" + ports.https())));
  }
}
