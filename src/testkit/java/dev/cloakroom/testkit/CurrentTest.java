package dev.cloakroom.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The test that the calling thread runs: with which application or caller, and at what time. */
final class CurrentTest {
  private static final ThreadLocal<@Nullable CurrentTest> OF_THREAD = new ThreadLocal<>();

  /** What begins a test that has not begun yet. */
  private static final ThreadLocal<@Nullable Runnable> AWAITED = new ThreadLocal<>();

  /** Nobody is logged in, and no time has passed. */
  private static final CurrentTest NONE = new CurrentTest(null, null);

  private final @Nullable TestedApplication application;
  private @Nullable FakeLogin login;
  private Duration elapsed = Duration.ZERO;

  private CurrentTest(@Nullable TestedApplication application, @Nullable FakeLogin login) {
    this.application = application;
    this.login = login;
  }

  /** That of the calling thread; one that cannot be changed if none has begun. */
  static CurrentTest get() {
    CurrentTest begun = begun();
    return begun == null ? NONE : begun;
  }

  static boolean hasBegun() {
    return begun() != null;
  }

  private static @Nullable CurrentTest begun() {
    Runnable awaited = AWAITED.get();
    if (awaited != null) {
      AWAITED.remove();
      awaited.run();
    }
    return OF_THREAD.get();
  }

  /** Has a test begin when it is first asked about: what is before that gives it its address. */
  static void await(Runnable beginning) {
    AWAITED.set(beginning);
  }

  /** With an application on a server. */
  static void begin(TestedApplication application) {
    OF_THREAD.set(new CurrentTest(application, null));
  }

  /** Without one. */
  static void begin(FakeLogin login) {
    OF_THREAD.set(new CurrentTest(null, login));
  }

  /** Nothing is asked about it any more; gives the application that it had. */
  static @Nullable TestedApplication end() {
    CurrentTest ended = OF_THREAD.get();
    AWAITED.remove();
    OF_THREAD.remove();
    return ended == null ? null : ended.application;
  }

  /** What is tested by requests; null for a test without a server. */
  @Nullable TestedApplication application() {
    return application;
  }

  /**
   * Who is logged in where there is no server.
   *
   * @throws IllegalStateException if there is one, which nothing here knows the caller of
   */
  FakeLogin login() {
    if (application != null) {
      throw new IllegalStateException(
          "A test with a server has its caller there: beans and parts of a login without a server"
              + " are for tests without the address of an application.");
    }
    return login == null ? FakeLogin.nobody() : login;
  }

  /** Another is logged in from now on. */
  void become(FakeLogin other) {
    requireBegun();
    login = other;
  }

  void elapse(Duration time) {
    requireBegun();
    if (application != null) {
      application.elapse(time);
    }
    elapsed = elapsed.plus(time);
  }

  private void requireBegun() {
    if (this == NONE) {
      throw new IllegalStateException(
          "No test with @LoggedInAs or @NotLoggedIn has begun on this thread");
    }
  }

  Instant now() {
    return Clock.systemUTC().instant().plus(elapsed);
  }
}
