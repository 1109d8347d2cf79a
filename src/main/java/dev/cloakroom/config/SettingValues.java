package dev.cloakroom.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a source by type. One that is wrong becomes a problem, and the default stands in
 * for it so that reading goes on.
 */
final class SettingValues {

  private static final Set<String> FLAGS = Set.of("true", "false");

  private final SettingsSource source;
  private final SettingProblems problems;
  private final Function<SettingKey, @Nullable String> defaults;

  SettingValues(SettingsSource source, SettingProblems problems) {
    this(source, problems, setting -> null);
  }

  /**
   * Values of a source.
   *
   * @param defaults what stands for a setting that is not given; null where its own default does
   */
  private SettingValues(
      SettingsSource source,
      SettingProblems problems,
      Function<SettingKey, @Nullable String> defaults) {
    this.source = source;
    this.problems = problems;
    this.defaults = defaults;
  }

  SettingProblems problems() {
    return problems;
  }

  /** Those of each rule of {@code cloakroom.cors} that has a name. */
  List<SettingValues> named() {
    return CorsNames.in(source).stream()
        .map(name -> CorsNames.of(name, source))
        .map(named -> new SettingValues(named, problems.of(named)))
        .toList();
  }

  /** Those of each service that may ask about tokens, by its name. */
  SortedMap<String, SettingValues> askers() {
    SortedMap<String, SettingValues> askers = new TreeMap<>();
    for (String name : AskerSetting.namesIn(source)) {
      askers.put(name, named(AskerSetting.of(name, source), setting -> null));
    }
    return askers;
  }

  /** Those of each other issuer, by its name. */
  SortedMap<String, SettingValues> issuers() {
    SortedMap<String, SettingValues> issuers = new TreeMap<>();
    for (String name : IssuerSetting.namesIn(source)) {
      issuers.put(name, issuer(name, setting -> null));
    }
    if (!MpJwtIssuer.isOn(this)) {
      issuers.remove(MpJwtIssuer.NAME);
    } else if (MpJwtIssuer.isIn(this) || issuers.containsKey(MpJwtIssuer.NAME)) {
      issuers.put(MpJwtIssuer.NAME, issuer(MpJwtIssuer.NAME, MpJwtIssuer::defaultOf));
    }
    return issuers;
  }

  private SettingValues issuer(String name, Function<SettingKey, @Nullable String> defaults) {
    return named(IssuerSetting.of(name, source), defaults);
  }

  private SettingValues named(
      SettingsSource named, Function<SettingKey, @Nullable String> defaults) {
    return new SettingValues(named, problems.of(named), defaults);
  }

  /** Whether a source has a value of it. */
  boolean isGiven(SettingKey setting) {
    return given(setting) != null;
  }

  /** The value of a setting that must be given and pass a test; empty where that is a problem. */
  String required(SettingKey setting, Predicate<String> allowed, String remedy) {
    String text = textOrNull(setting);
    if (text == null || !allowed.test(text)) {
      problems.reject(setting, remedy);
      return "";
    }
    return text;
  }

  /** The value as given, without blanks around it; null when neither given nor defaulted. */
  @Nullable String textOrNull(SettingKey setting) {
    String given = given(setting);
    return given == null ? standing(setting) : given;
  }

  /** The value of a setting that has a default. */
  String text(SettingKey setting) {
    String given = given(setting);
    return given == null ? defaultOf(setting) : given;
  }

  /** The value if it passes a test; the default, or null, otherwise. */
  @Nullable String textOrNull(SettingKey setting, Predicate<String> allowed, String remedy) {
    String text = textOrNull(setting);
    if (text == null || allowed.test(text)) {
      return text;
    }
    problems.reject(setting, remedy);
    return standing(setting);
  }

  /** The value of a setting with a default if it passes a test; the default otherwise. */
  String text(SettingKey setting, Predicate<String> allowed, String remedy) {
    String text = textOrNull(setting, allowed, remedy);
    return text == null ? defaultOf(setting) : text;
  }

  boolean flag(SettingKey setting) {
    return Boolean.parseBoolean(text(setting, FLAGS::contains, ""));
  }

  /** The constant that the value names, in any case. */
  <E extends Enum<E>> E choice(SettingKey setting, Class<E> type) {
    return choice(setting, constant(type, defaultOf(setting)));
  }

  /** The constant that the value names, in any case; another if nothing is set. */
  <E extends Enum<E>> E choice(SettingKey setting, E unlessSet) {
    Class<E> type = unlessSet.getDeclaringClass();
    Set<String> names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    String text = textOrNull(setting, given -> names.contains(constantName(given)), "");
    return text == null ? unlessSet : constant(type, text);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, constantName(text));
  }

  private static String constantName(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** A whole number from the least to the most, both allowed. */
  int number(SettingKey setting, int least, int most) {
    String digits = textOrNull(setting, text -> isNumber(text, least, most), "");
    return digits == null ? least : Integer.parseInt(digits);
  }

  private static boolean isNumber(String text, int least, int most) {
    return text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }

  /** A duration from the least to the most; null if none is given and there is no default. */
  @Nullable Duration durationOrNull(SettingKey setting, Duration least, Duration most) {
    return textOrNull(setting) == null ? null : duration(setting, least, most);
  }

  /** A duration from the least to the most, both allowed. */
  Duration duration(SettingKey setting, Duration least, Duration most) {
    String text = text(setting);
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
      problems.reject(setting, "");
    } catch (DateTimeParseException e) {
      problems.reject(setting, DurationHint.of(text));
    }
    String standing = setting.defaultValue();
    return standing == null ? least : Duration.parse(standing);
  }

  /** The parts of a list that is separated by commas; empty when nothing is given. */
  Set<String> set(SettingKey setting) {
    return parts(textOrNull(setting));
  }

  /** The parts of a list, each of which must pass a test; the default otherwise. */
  Set<String> set(SettingKey setting, Predicate<String> allowed, String remedy) {
    return parts(textOrNull(setting, text -> parts(text).stream().allMatch(allowed), remedy));
  }

  private @Nullable String given(SettingKey setting) {
    String value = source.value(setting.key());
    return value == null || value.isBlank() ? null : value.strip();
  }

  private @Nullable String standing(SettingKey setting) {
    String other = defaults.apply(setting);
    return other == null ? setting.defaultValue() : other;
  }

  private String defaultOf(SettingKey setting) {
    String value = standing(setting);
    if (value == null) {
      throw new IllegalStateException(setting + " has no default");
    }
    return value;
  }

  private static Set<String> parts(@Nullable String list) {
    if (list == null) {
      return Set.of();
    }
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }
}
