package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.Outcome;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.it.process.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server with the applications to compare: all in one, so that one compiler and one heap serve
 * all of them.
 */
record MeasuredServer(ServerProcess process) implements AutoCloseable {
  private static final Duration WARM_UP = seconds("bench.warm-up", 10);
  private static final Duration TIME = seconds("bench.seconds", 1);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 21);

  static MeasuredServer in(Path folder) throws IOException, InterruptedException {
    return in(folder, Variant.UNDER_LOAD);
  }

  static MeasuredServer in(Path folder, Variant variant) throws IOException, InterruptedException {
    return new MeasuredServer(ServerProcess.in(folder.resolve("it"), variant))
        .deploy(CostWars.meter());
  }

  private static Duration seconds(String property, int otherwise) {
    return Duration.ofSeconds(Integer.getInteger(property, otherwise));
  }

  MeasuredServer deploy(WebArchive war) throws IOException, InterruptedException {
    assertThat(process.deploy(war)).as(war.getName()).isEqualTo(Outcome.STARTED);
    return this;
  }

  RunningServer address() {
    return process.server();
  }

  /** Measures what a request of each case costs, and prints the table. */
  void print(String title, List<CostCase> cases) throws Exception {
    CostTable table = new CostTable(cases);
    try (Load load = new Load(address().http())) {
      for (CostCase each : cases) {
        load.run(each, WARM_UP);
      }
      table.measure(load, Meter.of(process.handle(), address(), "meter"), TIME, ROUNDS);
    }
    Report.print(title, table.toString());
  }

  @Override
  public void close() {
    process.close();
  }
}
