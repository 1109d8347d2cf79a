package dev.cloakroom.it.process;

import dev.cloakroom.it.RunningServer;

/** The ports that a server answers applications' clients on. */
record HttpPorts(int http, int https) {

  static HttpPorts free() {
    return new HttpPorts(Ports.free(), Ports.free());
  }

  RunningServer server() {
    return RunningServer.onPorts(http, https);
  }
}
