package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand calls at once across the end of an access token: one refresh. */
@Tag("R3")
class ManyCallsTest {
  private static final int CALLS = 10_000;

  private final ManualClock clock = ManualClock.atNoon();
  private final FakeHttpClient http = new FakeHttpClient();
  private final List<Tokens> saved = new ArrayList<>();
  private final LoginClient client =
      LoginClient.at("https://shop.example.com")
          .httpClient(http)
          .time(clock, Pause.BY_TIMER)
          .tokenStore(new ListedTokens())
          .build();

  /** Keeps all that it is given. */
  private final class ListedTokens implements TokenStore {
    @Override
    public Optional<Tokens> load() {
      Tokens first = new Tokens("first", "refresh", clock.instant().plusSeconds(300));
      return Optional.of(first);
    }

    @Override
    public void save(Tokens tokens) {
      saved.add(tokens);
    }

    @Override
    public void clear() {
      saved.clear();
    }
  }

  @AfterEach
  void stop() {
    http.close();
  }

  private List<CompletableFuture<ClientResponse>> calls() {
    List<CompletableFuture<ClientResponse>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(client.async().get("/me"));
    }
    return calls;
  }

  @Test
  void tokenThatHasEnded_isRenewedOnce() {
    clock.advance(Duration.ofMinutes(5));

    assertThat(calls()).allMatch(call -> call.join().status() == 200);

    assertThat(http.refreshes()).isEqualTo(1);
    assertThat(saved).hasSize(1);
  }

  /** All have been sent with the first token when the first answer comes. */
  @Test
  void tokenThatIsRefused_isRenewedOnce() {
    http.refuse("first");

    assertThat(calls()).allMatch(call -> call.join().status() == 200);

    assertThat(http.refreshes()).isEqualTo(1);
    assertThat(saved).extracting(Tokens::accessToken).containsExactly("renewed-1");
  }

  @Test
  void tokenThatIsGood_isNotRenewed() {
    assertThat(calls()).allMatch(call -> call.join().status() == 200);

    assertThat(http.refreshes()).isZero();
    assertThat(saved).isEmpty();
  }

  /** Virtual threads where the JDK has them. */
  private static ExecutorService threads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException before21) {
      return Executors.newFixedThreadPool(64);
    }
  }

  @Test
  void callsThatWait_onManyThreads_shareOneRefresh() throws Exception {
    clock.advance(Duration.ofMinutes(5));
    ExecutorService threads = threads();
    try {
      List<Future<Integer>> statuses =
          threads.invokeAll(
              Collections.nCopies(CALLS, (Callable<Integer>) () -> client.get("/me").status()));

      for (Future<Integer> status : statuses) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(http.refreshes()).isEqualTo(1);
  }
}
