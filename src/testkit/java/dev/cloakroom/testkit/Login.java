package dev.cloakroom.testkit;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.client.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** What a test does to logins beside having them. All of it is over when the test is. */
public final class Login {

  private Login() {}

  /**
   * Has time pass: in the application under test, for all logins in it, or where there is no server
   * for that of the calling thread. Tokens of other issuers and cookies in browsers go by clocks of
   * their own.
   *
   * @param time zero or more
   * @throws IllegalStateException if no test has begun on this thread, or the application refuses:
   *     it moves time only where its store is in memory, not one that others may share
   */
  public static void elapse(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Time goes forward only, not by " + time);
    }
    CurrentTest.get().elapse(time);
  }

  /** The time by the clock that {@link #elapse} moves. */
  public static Instant now() {
    return CurrentTest.get().now();
  }

  /**
   * The access token that a client shows, for libraries that are to show it instead.
   *
   * @throws IllegalStateException if it has none
   */
  public static String tokenOf(LoginClient client) {
    Tokens tokens = client.loginState().tokens();
    String token = tokens == null ? null : tokens.accessToken();
    if (token == null) {
      throw new IllegalStateException("The client has no access token: " + client);
    }
    return token;
  }

  /**
   * Does something as another caller, on the calling thread; without a server.
   *
   * @return what it returns
   * @throws IllegalStateException if no test has begun on this thread, or it is one with a server
   */
  public static <T> T as(FakeLogin other, Callable<T> done) throws Exception {
    CurrentTest test = CurrentTest.get();
    FakeLogin before = test.login();
    test.become(other);
    try {
      return done.call();
    } finally {
      test.become(before);
    }
  }
}
