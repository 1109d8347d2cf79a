package dev.cloakroom.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Browsers use an application with every habit, while their tickets are replaced and answers are
 * cut off: {@code -Dsoak.duration=PT10M} for as long as that.
 */
@OnServerWith(AnswerWars.class)
class SoakIT {
  private static final Duration DURATION =
      Duration.parse(System.getProperty("soak.duration", "PT10S"));
  private static final int BROWSERS = 20;
  private static final int AT_ONCE = 2;

  private final RunningServer server;

  SoakIT(ServerProcess process) {
    server = process.server();
  }

  @Test
  @Tag("C6")
  @Tag("S15")
  void browsers_stayWhoTheyAre_andNoCacheKeepsATicket() throws Exception {
    List<SoakBrowser> browsers =
        IntStream.range(0, BROWSERS)
            .mapToObj(i -> new SoakBrowser(server, "user-soak-" + i))
            .toList();
    browsers.forEach(SoakBrowser::logIn);
    browsers.get(0).visitAll();

    useAll(browsers, System.nanoTime() + DURATION.toNanos());

    assertThat(browsers).allSatisfy(browser -> assertThat(browser.faults()).isEmpty());
    assertThat(browsers).allSatisfy(SoakBrowser::assertIsLoggedIn);
    assertThat(browsers.stream().mapToInt(SoakBrowser::ticketsTaken).sum()).isGreaterThan(BROWSERS);
  }

  private static void useAll(List<SoakBrowser> browsers, long until) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(BROWSERS * AT_ONCE);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < BROWSERS * AT_ONCE; i++) {
        SoakBrowser browser = browsers.get(i % BROWSERS);
        running.add(threads.submit(() -> browser.use(until)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
