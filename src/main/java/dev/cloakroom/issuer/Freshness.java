package dev.cloakroom.issuer;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a document need not be fetched again, by its {@code Cache-Control} within limits (<a
 * href="https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2">RFC 9111 §5.2.2</a>): 1 minute to 1
 * hour, and 10 minutes where it does not say.
 */
final class Freshness {
  static final Duration LEAST = Duration.ofMinutes(1);
  static final Duration MOST = Duration.ofHours(1);
  static final Duration UNSAID = Duration.ofMinutes(10);

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,9})");

  private static final Pattern NOT_AT_ALL = Pattern.compile("(?:^|[,\\s])no-(?:store|cache)\\b");

  private Freshness() {}

  static Duration of(HttpHeaders headers) {
    List<String> lines = headers.allValues("Cache-Control");
    String all = String.join(",", lines).toLowerCase(Locale.ROOT);
    if (NOT_AT_ALL.matcher(all).find()) {
      return LEAST;
    }
    Matcher age = MAX_AGE.matcher(all);
    return age.find() ? within(Duration.ofSeconds(Long.parseLong(age.group(1)))) : UNSAID;
  }

  private static Duration within(Duration said) {
    if (said.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return said.compareTo(MOST) > 0 ? MOST : said;
  }
}
