package dev.cloakroom.testing;

import dev.cloakroom.SecondFactor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A factor of alice's: asks for the number after the one that it says, each once. */
public final class NumberFactor implements SecondFactor {
  private final AtomicInteger last = new AtomicInteger(40);
  private final AtomicInteger asked = new AtomicInteger();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private volatile boolean broken;
  private volatile boolean lasting;

  /** Has it throw from now on, or no longer. */
  public void breakDown(boolean fails) {
    broken = fails;
  }

  /** Has an answer be good more than once. */
  public NumberFactor lasting() {
    lasting = true;
    return this;
  }

  /** How many answers it was shown. */
  public int asked() {
    return asked.get();
  }

  @Override
  public String method() {
    return "number";
  }

  @Override
  public boolean isEnrolled(String callerName) {
    check();
    return callerName.equals("alice");
  }

  @Override
  public Optional<String> challenge(String callerName) {
    check();
    return Optional.of(Integer.toString(last.incrementAndGet()));
  }

  @Override
  public boolean proves(String callerName, @Nullable String challenge, String answer) {
    asked.incrementAndGet();
    check();
    return challenge != null && answer.equals(right(challenge)) && (lasting || used.add(challenge));
  }

  private void check() {
    if (broken) {
      throw new IllegalStateException("the directory of numbers is away");
    }
  }

  /** The right answer to a challenge. */
  public static String right(String challenge) {
    return Integer.toString(Integer.parseInt(challenge) + 1);
  }
}
