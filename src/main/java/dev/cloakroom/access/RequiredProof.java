package dev.cloakroom.access;

import dev.cloakroom.AuthenticationLevel;
import dev.cloakroom.Fresh;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller who may must have proven, too: {@link AuthenticationLevel} and {@link Fresh}.
 *
 * @param level the least level; 0 if nothing must be proven
 * @param within how old the proof may be; null for any age
 */
public record RequiredProof(int level, @Nullable Duration within) {

  /** Nothing must be proven. */
  public static final RequiredProof NONE = new RequiredProof(0, null);

  private static final int OF_LOGIN = 1;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  /** No proof is so young: what cannot be read is open to nobody. */
  private static final Duration NEVER = Duration.ZERO;

  /** Nobody has proven so much. */
  private static final int UNREACHABLE = AuthenticationLevel.HIGHEST + 1;

  /** By a level and an age, of which either can be missing. */
  static RequiredProof of(@Nullable Integer level, @Nullable Duration within) {
    int least = within == null ? 0 : OF_LOGIN;
    return new RequiredProof(level == null ? least : Math.max(level, least), within);
  }

  /** Whether anything must be proven. */
  public boolean isAsked() {
    return level > 0;
  }

  /** The level that is written at a place; null if none is. */
  static @Nullable Integer level(AnnotatedElement place) {
    AuthenticationLevel written = place.getAnnotation(AuthenticationLevel.class);
    if (written == null) {
      return null;
    }
    return isLevel(written.value()) ? written.value() : UNREACHABLE;
  }

  /** The age that is written at a place; null if none is. */
  static @Nullable Duration within(AnnotatedElement place) {
    Fresh written = place.getAnnotation(Fresh.class);
    return written == null ? null : duration(written.within());
  }

  /** Whether either is written at a place. */
  public static boolean isWrittenAt(AnnotatedElement place) {
    return place.isAnnotationPresent(Fresh.class)
        || place.isAnnotationPresent(AuthenticationLevel.class);
  }

  /** The highest level that is written in a class, at itself or its methods; 0 if none is. */
  public static int highestIn(Class<?> type) {
    return Stream.concat(Stream.of(type), methods(type))
        .map(RequiredProof::level)
        .filter(Objects::nonNull)
        .reduce(0, Math::max);
  }

  /** None of a class whose methods cannot be read, for want of one that they name. */
  private static Stream<Method> methods(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods());
    } catch (LinkageError unreadable) {
      return Stream.empty();
    }
  }

  /** Whether what is written at a place means nothing. */
  public static boolean isUnreadableAt(AnnotatedElement place) {
    AuthenticationLevel level = place.getAnnotation(AuthenticationLevel.class);
    Fresh fresh = place.getAnnotation(Fresh.class);
    return (level != null && !isLevel(level.value()))
        || (fresh != null && duration(fresh.within()).equals(NEVER));
  }

  private static boolean isLevel(int value) {
    return value >= OF_LOGIN && value <= AuthenticationLevel.HIGHEST;
  }

  private static Duration duration(String text) {
    try {
      Duration read = Duration.parse(text);
      return read.compareTo(SHORTEST) < 0 || read.compareTo(LONGEST) > 0 ? NEVER : read;
    } catch (DateTimeParseException unreadable) {
      return NEVER;
    }
  }

  /** For people. */
  @Override
  public String toString() {
    String age = within == null ? "" : " not longer than " + within + " ago";
    return "a proof of level " + level + age;
  }
}
