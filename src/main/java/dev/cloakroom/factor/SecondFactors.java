package dev.cloakroom.factor;

import dev.cloakroom.SecondFactor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The application's second factors. They are looked for when the first login asks, and then known;
 * where there are none, nothing is asked. Safe for use by several threads.
 */
public final class SecondFactors {
  private static final Pattern METHOD = Pattern.compile("[a-z0-9-]{1,32}");

  private final Supplier<List<SecondFactor>> beans;
  private volatile @Nullable Map<String, SecondFactor> known;

  /** Those that this gives. */
  public SecondFactors(Supplier<List<SecondFactor>> beans) {
    this.beans = beans;
  }

  /**
   * What a caller is to prove.
   *
   * @throws FactorFailedException if one of them throws, or is not as it should be
   */
  public FactorQuestion askedOf(String callerName) {
    Map<String, String> challenges = new HashMap<>();
    Set<String> methods = new HashSet<>();
    for (Map.Entry<String, SecondFactor> factor : known().entrySet()) {
      if (isEnrolled(factor.getKey(), factor.getValue(), callerName)) {
        methods.add(factor.getKey());
        ask(factor.getKey(), factor.getValue(), callerName, challenges);
      }
    }
    return methods.isEmpty() ? FactorQuestion.NONE : FactorQuestion.of(methods, challenges);
  }

  /**
   * What a caller is to prove by one factor; nothing, if they do not have it.
   *
   * @throws FactorFailedException if it throws, or is not as it should be
   */
  public FactorQuestion askedOf(String callerName, String method) {
    SecondFactor factor = known().get(method);
    if (factor == null || !isEnrolled(method, factor, callerName)) {
      return FactorQuestion.NONE;
    }
    Map<String, String> challenges = new HashMap<>();
    ask(method, factor, callerName, challenges);
    return FactorQuestion.of(Set.of(method), challenges);
  }

  private static void ask(
      String method, SecondFactor factor, String callerName, Map<String, String> challenges) {
    String challenge = calling(method, () -> factor.challenge(callerName).orElse(null));
    if (challenge != null && challenge.length() > FactorTry.LONGEST_TEXT) {
      throw new FactorFailedException(
          "The challenge of the second factor " + method + " is longer than 4,096 characters.");
    }
    if (challenge != null) {
      challenges.put(method, challenge);
    }
  }

  /**
   * Whether an answer proves its caller by one of the factors that they were asked for, and still
   * have.
   *
   * @throws FactorFailedException if that one throws
   */
  boolean isProven(FactorTry tried) {
    SecondFactor factor = known().get(tried.method());
    return factor != null
        && tried.question().methods().contains(tried.method())
        && isEnrolled(tried.method(), factor, tried.callerName())
        && proves(factor, tried);
  }

  private static boolean proves(SecondFactor factor, FactorTry tried) {
    return Boolean.TRUE.equals(
        calling(
            tried.method(),
            () ->
                factor.proves(
                    tried.callerName(),
                    tried.question().challenge(tried.method()),
                    tried.answer())));
  }

  private static boolean isEnrolled(String method, SecondFactor factor, String callerName) {
    return Boolean.TRUE.equals(calling(method, () -> factor.isEnrolled(callerName)));
  }

  private static <T> @Nullable T calling(String method, Supplier<@Nullable T> call) {
    try {
      return call.get();
    } catch (RuntimeException failure) {
      throw new FactorFailedException("The second factor " + method + " has failed.", failure);
    }
  }

  /** Of two threads that look for them first, both find the same. */
  private Map<String, SecondFactor> known() {
    Map<String, SecondFactor> found = known;
    if (found == null) {
      found = found();
      known = found;
    }
    return found;
  }

  private Map<String, SecondFactor> found() {
    Map<String, SecondFactor> factors = new HashMap<>();
    for (SecondFactor factor : beans.get()) {
      String method = calling("of type " + factor.getClass().getName(), factor::method);
      if (method == null || !METHOD.matcher(method).matches()) {
        throw new FactorFailedException(
            factor.getClass().getName()
                + ".method() must be 1 to 32 of a-z, 0-9 and -, such as otp, not "
                + method);
      }
      if (factors.put(method, factor) != null) {
        throw new FactorFailedException("Two second factors are called " + method + ".");
      }
    }
    return Map.copyOf(factors);
  }
}
