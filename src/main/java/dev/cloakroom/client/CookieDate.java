package dev.cloakroom.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as {@code Expires} has them, in whatever form servers write it (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.1.1">RFC
 * 6265bis §5.1.1</a>): of the words in it, the first that looks like a time, a day, a month and a
 * year.
 */
final class CookieDate {
  private static final Pattern DELIMITERS =
      Pattern.compile("[\\x09\\x20-\\x2f\\x3b-\\x40\\x5b-\\x60\\x7b-\\x7e]+");
  private static final String REST = "(?:[^0-9].*)?";
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})" + REST, Pattern.DOTALL);
  private static final Pattern DAY = Pattern.compile("([0-9]{1,2})" + REST, Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("([0-9]{2,4})" + REST, Pattern.DOTALL);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int FIRST_YEAR = 1601;

  private @Nullable LocalTime time;
  private int day;
  private int month;
  private int year = -1;

  private CookieDate() {}

  /** The moment that a text names; empty if it names none. */
  static Optional<Instant> parse(String text) {
    try {
      CookieDate date = new CookieDate();
      DELIMITERS.splitAsStream(text).forEach(date::take);
      return date.moment();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void take(String word) {
    if (time == null && takesTime(word)) {
      return;
    }
    if (day == 0 && takesDay(word)) {
      return;
    }
    if (month == 0 && takesMonth(word)) {
      return;
    }
    if (year < 0) {
      takeYear(word);
    }
  }

  private boolean takesTime(String word) {
    Matcher found = TIME.matcher(word);
    if (found.matches()) {
      time = LocalTime.of(number(found, 1), number(found, 2), number(found, 3));
    }
    return found.matches();
  }

  private boolean takesDay(String word) {
    Matcher found = DAY.matcher(word);
    if (found.matches()) {
      day = number(found, 1);
      if (day == 0) {
        throw new DateTimeException("There is no day 0");
      }
    }
    return found.matches();
  }

  private boolean takesMonth(String word) {
    if (word.length() >= 3) {
      month = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
    return month > 0;
  }

  private void takeYear(String word) {
    Matcher found = YEAR.matcher(word);
    if (found.matches()) {
      int read = number(found, 1);
      year = read < 70 ? read + 2000 : read < 100 ? read + 1900 : read;
    }
  }

  private Optional<Instant> moment() {
    return time == null || day == 0 || month == 0 || year < FIRST_YEAR
        ? Optional.empty()
        : Optional.of(LocalDate.of(year, month, day).atTime(time).toInstant(ZoneOffset.UTC));
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
