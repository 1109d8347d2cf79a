package dev.cloakroom.mechanism;

import dev.cloakroom.servlet.RequestIdentity;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What finding out who a request comes from costs besides the server: by cookie, by a bearer token
 * seen before, and with nothing shown. The clock stands still, which saves two readings of it; the
 * fake request's headers are a look-up in a small tree. Run with {@code -prof gc} for what it
 * allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IdentificationBenchmark {
  private final TestApplication app = new TestApplication();
  private final RequestIdentification identification =
      new RequestIdentification(app.credentials, app.resolver, app.accessTokens, app.crossOrigin);
  private final OpenedSession opened = app.apiLogin("alice");

  private final FakeRequest byCookie =
      FakeRequest.get("/me").cookie("theme=dark; " + TestApplication.cookieOf(opened));
  private final String authorization = "Bearer " + app.accessToken(opened.session());
  private final char[] characters = authorization.toCharArray();
  private final FakeRequest bare = FakeRequest.get("/me");

  /** A session cookie beside another. */
  @Benchmark
  public RequestIdentity cookie() {
    return identification.of(byCookie);
  }

  /** A token that came before, in a string of its own as each request brings it. */
  @Benchmark
  public RequestIdentity repeatedBearer() {
    return identification.of(
        FakeRequest.get("/me").header("Authorization", new String(characters)));
  }

  /** The part of {@link #repeatedBearer} that is the fake's own. */
  @Benchmark
  public FakeRequest fakeOfABearer() {
    return FakeRequest.get("/me").header("Authorization", new String(characters));
  }

  /** No credential. */
  @Benchmark
  public RequestIdentity nothing() {
    return identification.of(bare);
  }
}
