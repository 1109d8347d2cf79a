package dev.cloakroom.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The test that the calling thread runs: with which application or caller, and at what time. */
final class CurrentTest {
  private static final ThreadLocal<CurrentTest> OF_THREAD =
      ThreadLocal.withInitial(() -> new CurrentTest(null, null));

  private final @Nullable TestedApplication application;
  private @Nullable FakeLogin login;
  private Duration elapsed = Duration.ZERO;

  private CurrentTest(@Nullable TestedApplication application, @Nullable FakeLogin login) {
    this.application = application;
    this.login = login;
  }

  static CurrentTest get() {
    return OF_THREAD.get();
  }

  static void begin(@Nullable TestedApplication application, FakeLogin login) {
    OF_THREAD.set(new CurrentTest(application, login));
  }

  static void end() {
    OF_THREAD.remove();
  }

  /** What is tested by requests; null for a test without a server. */
  @Nullable TestedApplication application() {
    return application;
  }

  /** Who is logged in where there is no server. */
  FakeLogin login() {
    return login == null ? FakeLogin.nobody() : login;
  }

  /** Another is logged in from now on. */
  void become(FakeLogin other) {
    login = other;
  }

  void elapse(Duration time) {
    if (application != null) {
      application.elapse(time);
    }
    elapsed = elapsed.plus(time);
  }

  Instant now() {
    return Clock.systemUTC().instant().plus(elapsed);
  }
}
