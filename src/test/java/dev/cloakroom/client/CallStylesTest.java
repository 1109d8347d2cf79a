package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that wait and calls that do not: the same rules, and who carries them out. */
@Timeout(30)
class CallStylesTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private final CountDownLatch asking = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final Map<String, Thread> carriers = new ConcurrentHashMap<>();
  private final LoginClientBuilder shop =
      played
          .shop(Credentials.BEARER, clock, waits::add)
          .trace(told -> carriers.put(told.request().address(), Thread.currentThread()));

  @AfterEach
  void stop() {
    over.countDown();
    server.close();
  }

  private static ClientResponse sent(LoginClient client, ClientRequest request, CallStyle style) {
    return style == CallStyle.BLOCKING ? client.send(request) : client.async().send(request).join();
  }

  private static String accessToken(LoginClient client) {
    Tokens held = Objects.requireNonNull(client.loginState().tokens());
    return Objects.requireNonNull(held.accessToken());
  }

  @ParameterizedTest
  @EnumSource(CallStyle.class)
  void rules_areTheSame(CallStyle style) {
    LoginClient client = PlayedLogin.loggedIn(shop);
    played.asksForCsrf = true;
    played.ended.add(accessToken(client));
    server.once("GET /me", Reply.of(503, "").with("Retry-After", "2"));
    server.on("GET /moved", asked -> Reply.redirect(302, "/me"));

    List<Integer> statuses =
        List.of(
            sent(client, ClientRequest.get("/me"), style).status(),
            sent(client, ClientRequest.post("/orders", Body.text("coat")), style).status(),
            sent(client, ClientRequest.get("/moved"), style).status());

    assertThat(statuses).containsOnly(200);
    assertThat(waits).containsExactly(Duration.ofSeconds(2));
    assertThat(server.lines())
        .containsExactly(
            "POST /login",
            "GET /me",
            "GET /me",
            "POST /refresh",
            "GET /me",
            "POST /orders",
            "GET /csrf",
            "POST /orders",
            "GET /moved",
            "GET /me");
  }

  /** What others wait for, too, is carried out by none of those that wait. */
  @Test
  void blockingCall_isCarriedOutByItsThread_andRenewalsAreNot() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    played.asksForCsrf = true;
    clock.advance(Duration.ofMinutes(5));

    client.post("/orders", Body.text("coat"));

    assertThat(carrier("/orders")).isEqualTo(Thread.currentThread());
    assertThat(carrier("/refresh")).isNotEqualTo(Thread.currentThread());
    assertThat(carrier("/csrf")).isNotEqualTo(Thread.currentThread());
    client.async().get("/me").join();
    assertThat(carrier("/me")).isNotEqualTo(Thread.currentThread());
  }

  private Thread carrier(String path) {
    return Objects.requireNonNull(carriers.get(server.address() + path), path);
  }

  private Reply late(Asked asked) {
    asking.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.json("{\"accessToken\":\"late\",\"refreshToken\":\"next\",\"expiresIn\":300}");
  }

  /** Interrupts a call once it waits for something. */
  private Future<ClientResponse> interrupted(Supplier<ClientResponse> call) throws Exception {
    CompletableFuture<ClientResponse> outcome = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                outcome.complete(call.get());
              } catch (RuntimeException e) {
                outcome.completeExceptionally(
                    Thread.currentThread().isInterrupted()
                        ? e
                        : new AssertionError("The thread is not interrupted any more", e));
              }
            });
    thread.start();
    asking.await();
    thread.interrupt();
    return outcome;
  }

  private static void assertInterrupted(Future<ClientResponse> call) {
    assertThatThrownBy(call::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(InterruptedIOException.class)
        .hasRootCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void interrupt_endsACall_andTheNextOneGoesOn() throws Exception {
    server.on("GET /late", this::late);
    LoginClient client = shop.build();

    assertInterrupted(interrupted(() -> client.get("/late")));

    over.countDown();
    assertThat(client.get("/late").status()).isEqualTo(200);
  }

  /** The refresh is not the interrupted one's alone. */
  @Test
  void interrupt_ofOneThatWaitsForARefresh_endsNoRefresh() throws Exception {
    LoginClient client = PlayedLogin.loggedIn(shop);
    clock.advance(Duration.ofMinutes(5));
    server.on("POST /refresh", this::late);
    server.on("GET /shown", asked -> Reply.of(200, asked.header("Authorization")));

    assertInterrupted(interrupted(() -> client.get("/shown")));
    CompletableFuture<ClientResponse> other = client.async().get("/shown");
    over.countDown();

    assertThat(other.join().text()).isEqualTo("Bearer late");
    assertThat(client.get("/shown").text()).isEqualTo("Bearer late");
    assertThat(server.lines()).containsOnlyOnce("POST /refresh");
  }

  @Test
  void interrupt_endsAWaitForABusyServer() throws Exception {
    server.on("GET /busy", asked -> Reply.of(503, "").with("Retry-After", "2"));
    LoginClient client =
        shop.time(
                clock,
                wait -> {
                  asking.countDown();
                  return new CompletableFuture<>();
                })
            .build();

    assertInterrupted(interrupted(() -> client.get("/busy")));

    assertThat(server.lines()).containsExactly("GET /busy");
  }

  @Test
  void threadThatIsInterruptedBefore_waitsForNothing() {
    LoginClient client = shop.build();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> client.get("/me"))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(InterruptedIOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(client.get("/me").status()).isEqualTo(401);
  }
}
