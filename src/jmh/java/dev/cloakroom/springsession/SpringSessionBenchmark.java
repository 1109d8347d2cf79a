package dev.cloakroom.springsession;

import dev.cloakroom.benchmark.BenchmarkServers;
import dev.cloakroom.benchmark.Wandering;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.session.Session;

/** What a request pays to find its session with Spring Session, which is the same each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SpringSessionBenchmark {
  private final SpringSessions sessions = new SpringSessions(BenchmarkServers.redisPort());
  private final String[] ids = new String[Wandering.SESSIONS];

  /** Opens the sessions. */
  @Setup
  public void open() {
    for (int i = 0; i < ids.length; i++) {
      ids[i] = sessions.login("caller" + i);
    }
  }

  /** Lets go of the connection. */
  @TearDown
  public void close() {
    sessions.close();
  }

  /** One request of a session. */
  @Benchmark
  public Session findAndTouch(Wandering wandering) {
    return sessions.request(ids[wandering.next()]);
  }
}
