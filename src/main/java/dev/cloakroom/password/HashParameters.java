package dev.cloakroom.password;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The {@code hashAlgorithmParameters} of a definition, for one hash. Immutable. */
final class HashParameters {
  private final String prefix;
  private final Map<String, String> given;

  /**
   * Those that are given.
   *
   * @param names without the prefix, which is the name of the class and a dot
   * @throws IllegalArgumentException if there are others; it names all that there are
   */
  HashParameters(Class<?> hash, Map<String, String> given, Set<String> names) {
    this.prefix = hash.getSimpleName() + ".";
    this.given = Map.copyOf(given);
    Set<String> known = new TreeSet<>();
    names.forEach(name -> known.add(prefix + name));
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "hashAlgorithmParameters has "
                + name
                + "; there are "
                + String.join(", ", known)
                + ".");
      }
    }
  }

  /**
   * A whole number.
   *
   * @param standing what counts if it is not given
   * @throws IllegalArgumentException if it is not from the least to the most, both allowed
   */
  int number(String name, int standing, int least, int most) {
    String digits = given.getOrDefault(prefix + name, Integer.toString(standing));
    if (digits.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(digits);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "%s%s=%s. Allowed: %s to %s.".formatted(prefix, name, digits, least, most));
  }
}
