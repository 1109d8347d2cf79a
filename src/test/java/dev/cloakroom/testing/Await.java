package dev.cloakroom.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Waits for what another thread, another process or a server does sooner or later.
 *
 * @param limit how long at the most
 * @param pause how long between two questions
 */
public record Await(Duration limit, Duration pause) {
  private static final Duration SHORT = Duration.ofMillis(10);

  /** One that asks often. */
  public static Await atMost(Duration limit) {
    return new Await(limit, SHORT);
  }

  /** What is asked again and again. */
  public interface Question<T, E extends Exception> {
    T answer() throws E, InterruptedException;
  }

  /** Whether something came true in time. */
  public <E extends Exception> boolean until(Question<Boolean, E> isSo)
      throws E, InterruptedException {
    return until(isSo, Boolean::booleanValue);
  }

  /** The first answer that will do; the last one, if none did in time. */
  public <T, E extends Exception> T until(Question<T, E> question, Predicate<? super T> willDo)
      throws E, InterruptedException {
    long begun = System.nanoTime();
    T answer = question.answer();
    while (!willDo.test(answer) && System.nanoTime() - begun < limit.toNanos()) {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      answer = question.answer();
    }
    return answer;
  }
}
