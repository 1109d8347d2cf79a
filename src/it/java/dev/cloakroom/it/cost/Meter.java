package dev.cloakroom.it.cost;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import java.io.IOException;

/**
 * Reads what a server has spent.
 *
 * @param cpu of its process
 * @param bytes an application of it that counts them
 */
record Meter(CpuTime cpu, ProbeClient bytes) {

  static Meter of(ProcessHandle process, RunningServer server, String application) {
    return new Meter(CpuTime.of(process), ProbeClient.over(server).another(application + "/"));
  }

  Cost now() throws IOException {
    double allocated = Double.parseDouble(bytes.get("bytes").body());
    return new Cost(cpu.now() / 1000.0, allocated);
  }
}
