package dev.cloakroom.it.factor.app;

import dev.cloakroom.SecondFactor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever has {@code factor} in their name for the number after the one that it says, once;
 * fails for who has {@code failing} in it.
 */
@ApplicationScoped
public class NumberFactor implements SecondFactor {
  /** No two nodes ask for the same. */
  private final AtomicLong last = new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40));

  private final Set<String> used = ConcurrentHashMap.newKeySet();

  @Override
  public String method() {
    return "number";
  }

  @Override
  public boolean isEnrolled(String callerName) {
    if (callerName.contains("failing")) {
      throw new IllegalStateException("the probe's factor is told to fail");
    }
    return callerName.contains("factor");
  }

  @Override
  public Optional<String> challenge(String callerName) {
    return Optional.of(Long.toString(last.incrementAndGet()));
  }

  @Override
  public boolean proves(String callerName, @Nullable String challenge, String answer) {
    return challenge != null
        && answer.equals(Long.toString(Long.parseLong(challenge) + 1))
        && used.add(challenge);
  }
}
