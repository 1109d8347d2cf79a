package dev.cloakroom.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keys with a name in them that the one who writes them chooses, such as {@code
 * cloakroom.cors.partner.path}, and {@code CLOAKROOM_CORS_PARTNER_PATH} as an environment variable.
 *
 * @param start what stands before the name, with the dot at its end
 * @param ends what can stand behind it and its dot
 */
record NamedKeys(String start, List<String> ends) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  NamedKeys {
    ends = List.copyOf(ends);
  }

  /** The names of all that a source has settings of, in order. */
  NavigableSet<String> namesIn(SettingsSource source) {
    NavigableSet<String> names = new TreeSet<>();
    source.names().forEach(key -> nameIn(key).ifPresent(names::add));
    return names;
  }

  /**
   * The one in a key, or in an environment variable, the shortest if several could be; or empty.
   */
  Optional<String> nameIn(String key) {
    boolean isVariable = key.indexOf('.') < 0;
    String text = isVariable ? asVariable(key.toLowerCase(Locale.ROOT).replace('_', '-')) : key;
    return text.startsWith(isVariable ? asVariable(start) : start)
        ? names(text, isVariable).min(Comparator.comparingInt(String::length))
        : Optional.empty();
  }

  private Stream<String> names(String text, boolean isVariable) {
    String dot = isVariable ? "-" : ".";
    String before = isVariable ? asVariable(start) : start;
    return ends.stream()
        .map(end -> dot + (isVariable ? asVariable(end) : end))
        .map(end -> Pattern.compile(Pattern.quote(before) + "(.+)" + Pattern.quote(end)))
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .filter(name -> NAME.matcher(name).matches());
  }

  /** All keys of the name that an unknown key, or environment variable, seems to have. */
  Stream<String> like(String unknown) {
    String text = unknown.toLowerCase(Locale.ROOT).replace('_', '.');
    int end = text.indexOf('.', start.length());
    if (!text.startsWith(start) || end < 0) {
      return Stream.empty();
    }
    String name = text.substring(start.length(), end);
    return NAME.matcher(name).matches()
        ? ends.stream().map(setting -> key(name, setting))
        : Stream.empty();
  }

  private static String asVariable(String part) {
    return part.replace('.', '-');
  }

  /** The key of what stands behind a name. */
  String key(String name, String end) {
    return start + name + "." + end;
  }
}
