package dev.cloakroom.it.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.cost.app.CostApplication;
import dev.cloakroom.it.cost.hashed.HashedCallers;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.probe.ProbeWar;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long whoever is logged in waits for an answer while far more log in than there is room for:
 * the passwords are right, and of each login that was answered with success there is a session.
 */
class LoginFloodBenchmark {
  private static final String NAME = "user-welcome";
  private static final int LOGINS_PER_SECOND = Integer.getInteger("bench.logins-per-second", 500);
  private static final int READS_PER_SECOND = 100;
  private static final int SECONDS = 20;

  @Test
  void readsBesideLogins(@TempDir Path folder) throws Exception {
    try (MeasuredServer server = MeasuredServer.in(folder)) {
      server.deploy(
          ProbeWar.bare("flooded.war")
              .classes(HashedCallers.class)
              .classesBeside(CostApplication.class)
              .setting("cloakroom.path", "/auth")
              .setting("cloakroom.cookie.secure", "auto")
              .setting("cloakroom.login.throttle.enabled", "false")
              .archive());
      measure(server.address());
    }
  }

  private static void measure(RunningServer server) throws Exception {
    URI login = server.http("flooded/auth/login");
    URI target = server.http("flooded/api/text/user");
    ProbeClient client = ProbeClient.over(server).another("flooded/");
    client.login(NAME);
    byte[] read = CostCase.request("GET", target, "Cookie: sid=" + client.ticket());
    reads(target, read);
    String alone = line("alone", reads(target, read));
    LoginFlood flood =
        new LoginFlood(login, CostCase.login(login, NAME, "pw-" + NAME), LOGINS_PER_SECOND);
    try (flood) {
      reads(target, read);
      alone += line("beside", reads(target, read));
    }
    Map<Integer, Long> answers = flood.answers();
    long sessions = client.json("auth/sessions").getJsonArray("sessions").size();
    Report.print(
        "Milliseconds of a read beside %s logins offered a second".formatted(LOGINS_PER_SECOND),
        alone + "logins by status %s, sessions %s%n".formatted(answers, sessions));
    assertThat(answers.keySet()).isSubsetOf(200, 503);
    assertThat(sessions).isEqualTo(answers.getOrDefault(200, 0L) + 1);
  }

  private static long[] reads(URI target, byte[] read) throws Exception {
    long[] nanos = new long[READS_PER_SECOND * SECONDS];
    long begun = System.nanoTime();
    try (Connection connection = new Connection(target)) {
      for (int each = 0; each < nanos.length; each++) {
        long due = begun + each * TimeUnit.SECONDS.toNanos(1) / READS_PER_SECOND;
        LockSupport.parkNanos(due - System.nanoTime());
        assertThat(connection.send(read)).isEqualTo(200);
        nanos[each] = System.nanoTime() - due;
      }
    }
    return nanos;
  }

  private static String line(String name, long[] nanos) {
    Arrays.sort(nanos);
    return "%-8s median %7.2f, 99 of 100 within %7.2f, all within %7.2f%n"
        .formatted(name, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
  }
}
