package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.testing.FreePort;

/** The ports that a server answers applications' clients on. */
record HttpPorts(int http, int https) {

  static HttpPorts free() {
    return new HttpPorts(FreePort.any(), FreePort.any());
  }

  RunningServer server() {
    return RunningServer.onPorts(http, https);
  }
}
