package dev.cloakroom.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write instead of a duration that is not ISO-8601. */
final class DurationHint {

  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile(
          "p?([0-9]{1,9}) ?" + "(|ms|s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)");

  private DurationHint() {}

  static String of(String text) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? hint(Long.parseLong(matcher.group(1)), unit(matcher.group(2)))
        : "Durations are ISO-8601: PT30S, PT30M, PT12H, P14D.";
  }

  private static String unit(String word) {
    return word.equals("ms") || word.isEmpty() ? word : word.substring(0, 1);
  }

  private static String hint(long number, String unit) {
    return switch (unit) {
      case "ms" -> "Write PT" + number / 1000.0 + "S.";
      case "s", "m", "h" -> "Write PT" + number + unit.toUpperCase(Locale.ROOT) + ".";
      case "d" -> "Write P" + number + "D.";
      case "w" -> "Write P" + number * 7 + "D.";
      default -> "The unit is missing: PT" + number + "S is seconds, PT" + number + "M minutes.";
    };
  }
}
