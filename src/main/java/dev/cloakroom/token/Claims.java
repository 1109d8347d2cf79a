package dev.cloakroom.token;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of a token, read by the type that each must have. */
public final class Claims {
  /** The end of the year 9999; beyond it is no date but an attempt. */
  private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

  private final Map<String, Object> members;

  /** Those of a token, as {@link StrictJson} reads them. */
  public Claims(Map<String, Object> members) {
    this.members = members;
  }

  /** All by name, immutable at all depths. */
  public Map<String, Object> asMap() {
    return members;
  }

  /** Returns a claim that must be there, a string and not empty. */
  public String string(String name) throws InvalidClaimException {
    return optionalString(name).orElseThrow(InvalidClaimException::new);
  }

  /** Returns a claim that may be missing but is otherwise a string and not empty. */
  public Optional<String> optionalString(String name) throws InvalidClaimException {
    Object value = members.get(name);
    return value == null ? Optional.empty() : Optional.of(nonEmpty(value));
  }

  /** Returns a {@code NumericDate} that must be there (RFC 7519 §2), fractions cut off. */
  public Instant date(String name) throws InvalidClaimException {
    return optionalDate(name).orElseThrow(InvalidClaimException::new);
  }

  /** Returns a {@code NumericDate} that may be missing. */
  public Optional<Instant> optionalDate(String name) throws InvalidClaimException {
    Object value = members.get(name);
    return value == null ? Optional.empty() : Optional.of(numericDate(value));
  }

  /** Returns an object of dates by numbers; one that is missing is empty. */
  Map<Integer, Instant> dates(String name) throws InvalidClaimException {
    if (!members.containsKey(name)) {
      return Map.of();
    }
    if (!(members.get(name) instanceof Map<?, ?> values)) {
      throw new InvalidClaimException();
    }
    Map<Integer, Instant> dates = new HashMap<>();
    for (Map.Entry<?, ?> value : values.entrySet()) {
      dates.put(digit(value.getKey()), numericDate(Objects.requireNonNull(value.getValue())));
    }
    return dates;
  }

  private static int digit(Object name) throws InvalidClaimException {
    if (name instanceof String text && text.matches("[1-9]")) {
      return Integer.parseInt(text);
    }
    throw new InvalidClaimException();
  }

  /** Returns an array of strings; one that is missing is empty. */
  public List<String> strings(String name) throws InvalidClaimException {
    return members.containsKey(name) ? strings(members.get(name)) : List.of();
  }

  /** Returns the audience, which must be there, as one string or several (RFC 7519 §4.1.3). */
  public List<String> audience() throws InvalidClaimException {
    Object value = members.get("aud");
    return value instanceof String one ? List.of(one) : strings(value);
  }

  private static List<String> strings(@Nullable Object value) throws InvalidClaimException {
    if (!(value instanceof List<?> elements)) {
      throw new InvalidClaimException();
    }
    List<String> strings = new ArrayList<>();
    for (Object element : elements) {
      strings.add(nonEmpty(element));
    }
    return List.copyOf(strings);
  }

  private static String nonEmpty(Object value) throws InvalidClaimException {
    if (value instanceof String string && !string.isEmpty()) {
      return string;
    }
    throw new InvalidClaimException();
  }

  private static Instant numericDate(Object value) throws InvalidClaimException {
    if (!(value instanceof Number number)) {
      throw new InvalidClaimException();
    }
    BigDecimal seconds = new BigDecimal(number.toString());
    if (seconds.signum() < 0 || seconds.compareTo(LAST_SECOND) > 0) {
      throw new InvalidClaimException();
    }
    return Instant.ofEpochSecond(seconds.longValue());
  }
}
