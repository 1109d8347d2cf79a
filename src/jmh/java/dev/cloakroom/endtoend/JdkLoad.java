package dev.cloakroom.endtoend;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Load by the JDK's HTTP client, one thread a connection. */
final class JdkLoad implements Load {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public double requestsPerSecond(BenchmarkCase which, Duration time)
      throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    long began = System.nanoTime();
    long end = began + time.toNanos();
    try {
      List<Callable<Long>> senders = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        senders.add(() -> sendUntil(end, which));
      }
      long answers = sum(threads.invokeAll(senders));
      return answers * 1e9 / (System.nanoTime() - began);
    } finally {
      threads.shutdownNow();
    }
  }

  private long sendUntil(long end, BenchmarkCase which) throws IOException, InterruptedException {
    HttpRequest.Builder builder = HttpRequest.newBuilder(which.uri());
    which.headers().forEach(builder::header);
    HttpRequest request = builder.build();
    long answers = 0;
    while (System.nanoTime() < end) {
      int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
      if (status / 100 != 2) {
        throw new IOException(which + " was answered by " + status);
      }
      answers++;
    }
    return answers;
  }

  private static long sum(List<Future<Long>> counts) throws IOException, InterruptedException {
    long sum = 0;
    for (Future<Long> count : counts) {
      try {
        sum += count.get();
      } catch (ExecutionException failed) {
        throw new IOException("A connection failed", failed);
      }
    }
    return sum;
  }
}
