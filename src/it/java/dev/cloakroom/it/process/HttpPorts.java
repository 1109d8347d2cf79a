package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.ServerLog;
import java.net.URI;
import java.nio.file.Path;

/** The ports that a server answers applications' clients on. */
record HttpPorts(int http, int https) {

  static HttpPorts free() {
    return new HttpPorts(Ports.free(), Ports.free());
  }

  RunningServer server(Path log) {
    return new RunningServer(address("http", http), address("https", https), new ServerLog(log));
  }

  private static URI address(String scheme, int port) {
    return URI.create(scheme + "://127.0.0.1:" + port + "/");
  }
}
