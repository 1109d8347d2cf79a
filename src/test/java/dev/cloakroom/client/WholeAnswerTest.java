package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that sends headers and half a body, and then nothing more. */
@Timeout(30)
class WholeAnswerTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server = new PlainServer().server();

  /** One on a port of this machine. */
  private record PlainServer() {
    HttpServer server() {
      try {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(threads);
    server.createContext("/", this::half);
    server.createContext("/whole", WholeAnswerTest::whole);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void half(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void whole(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private LoginClientBuilder shop() {
    return LoginClient.at("http://127.0.0.1:" + server.getAddress().getPort())
        .timeout(Duration.ofMillis(300));
  }

  @Test
  void bodyThatNeverEnds_isGivenUp_andTheClientGoesOn() {
    LoginClient client = shop().build();

    assertThatThrownBy(() -> client.get("/half"))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThatThrownBy(() -> client.login("alice", "123")).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get("/whole").status()).isEqualTo(204);
  }

  @Test
  void bodyThatNeverEnds_isGivenUp_whereNobodyWaits() {
    LoginClient client = shop().build();

    assertThatThrownBy(() -> client.async().get("/half").join())
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(client.async().get("/whole").join().status()).isEqualTo(204);
  }

  /** One timer looks after all; it is the earliest that it waits for. */
  @Test
  void answers_thatBeginLater_haveTheirTime() {
    AnswerTime time = new AnswerTime(Duration.ofMillis(200));
    TimedBody first = time.begin(100);
    TimedBody second = time.begin(100);
    time.end(first);

    assertThatThrownBy(() -> second.subscriber().getBody().toCompletableFuture().join())
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(first.subscriber().getBody().toCompletableFuture()).isNotDone();
    TimedBody third = time.begin(100);
    assertThatThrownBy(() -> third.subscriber().getBody().toCompletableFuture().join())
        .hasCauseInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void refreshThatNeverEnds_isGivenUp() {
    LoginClient service = shop().refreshToken("refresh").build();

    assertThatThrownBy(() -> service.get("/whole"))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(service.another().get("/whole").status()).isEqualTo(204);
  }
}
