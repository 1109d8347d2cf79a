package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a request by {@link LoginClient} costs beside one by the JDK's client that is told the same
 * headers: with a cookie and a token, to a server on this machine, which is the hardest case.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClientBenchmark {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server = server();
  private final String address = "http://127.0.0.1:" + server.getAddress().getPort();
  private final HttpClient bare =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request =
      HttpRequest.newBuilder(URI.create(address + "/me"))
          .header("Cookie", "sid=one.two")
          .header("Authorization", "Bearer abc")
          .build();
  private final HttpRequest inTime =
      HttpRequest.newBuilder(request, (name, value) -> true)
          .timeout(Duration.ofSeconds(30))
          .build();
  private final LoginClient client =
      LoginClient.at(address).cookie("sid", "one.two").httpClient(bare).build();

  /** Without the property, each answer waits 40 ms for the acknowledgement of its header. */
  private HttpServer server() {
    try {
      System.setProperty("sun.net.httpserver.nodelay", "true");
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return HttpServer.create(any, 0);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Logs in. */
  @Setup
  public void open() {
    answering("/me", "{\"caller\":\"alice\"}");
    answering("/login", "{\"user\":{\"name\":\"alice\"},\"accessToken\":\"abc\"}");
    server.setExecutor(threads);
    server.start();
    client.login("alice", "123");
  }

  private void answering(String path, String json) {
    byte[] body = json.getBytes(UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
  }

  /** Lets go of the server. */
  @TearDown
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** By the JDK's client. */
  @Benchmark
  public String bare() throws IOException, InterruptedException {
    return bare.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The same with a request that is made for it, as those of most programs are. */
  @Benchmark
  public String bareNewRequest() throws IOException, InterruptedException {
    HttpRequest made =
        HttpRequest.newBuilder(URI.create(address + "/me"))
            .header("Cookie", "sid=one.two")
            .header("Authorization", "Bearer abc")
            .build();
    return bare.send(made, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The same within a time, which ours has, too. */
  @Benchmark
  public String bareInTime() throws IOException, InterruptedException {
    return bare.send(inTime, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The same without waiting, and then waiting for it. */
  @Benchmark
  public String bareAsync() {
    return bare.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().body();
  }

  /** By ours. */
  @Benchmark
  public String loginClient() {
    return client.get("/me").text();
  }

  /** By ours without waiting, and then waiting for it. */
  @Benchmark
  public String loginClientAsync() {
    return client.async().get("/me").join().text();
  }
}
