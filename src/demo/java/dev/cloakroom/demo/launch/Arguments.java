package dev.cloakroom.demo.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line as pairs of {@code --name value}. Immutable. */
public final class Arguments {

  private static final int USAGE = 2;

  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads the pairs.
   *
   * @throws LaunchException if a name is not allowed, repeated or has no value
   */
  public static Arguments parse(List<String> args, Collection<String> allowed)
      throws LaunchException {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.size(); i += 2) {
      String name = args.get(i);
      if (!allowed.contains(name)) {
        throw usage("Unknown argument " + name + ". Allowed: " + String.join(", ", allowed) + ".");
      }
      if (i + 1 == args.size() || values.put(name, args.get(i + 1)) != null) {
        throw usage("Argument " + name + " needs exactly one value.");
      }
    }
    return new Arguments(values);
  }

  /** A file that must be there and readable. */
  public Path file(String name) throws LaunchException {
    String value = values.get(name);
    if (value == null) {
      throw usage("Argument " + name + " is missing: it names a file.");
    }
    Path file = Path.of(value).toAbsolutePath();
    if (!Files.isReadable(file)) {
      throw usage("Argument " + name + ": there is no readable file " + file + ".");
    }
    return file;
  }

  /** A whole number from 1 to {@code most}, or {@code otherwise} when not given. */
  public int number(String name, int most, int otherwise) throws LaunchException {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[1-9][0-9]{0,8}") || Integer.parseInt(value) > most) {
      throw usage("Argument " + name + " is " + value + ", allowed is 1 to " + most + ".");
    }
    return Integer.parseInt(value);
  }

  /** One of some values, or the first of them when not given. */
  public String choice(String name, List<String> allowed) throws LaunchException {
    String value = values.getOrDefault(name, allowed.get(0));
    if (!allowed.contains(value)) {
      throw usage(
          "Argument %s is %s, allowed is %s.".formatted(name, value, String.join(" or ", allowed)));
    }
    return value;
  }

  /** The value as it was given, or null. */
  public @Nullable String text(String name) {
    return values.get(name);
  }

  private static LaunchException usage(String message) {
    return new LaunchException(USAGE, message);
  }
}
