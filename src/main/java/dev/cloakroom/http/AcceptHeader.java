package dev.cloakroom.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The media ranges of an {@code Accept} header (RFC 9110 §12.5.1). */
final class AcceptHeader {

  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private static final Pattern POSITIVE_WEIGHT =
      Pattern.compile("0\\.[0-9]{0,2}[1-9]|0\\.[1-9][0-9]{0,2}|1(\\.0{0,3})?");

  private AcceptHeader() {}

  /** One range; a weight outside the grammar counts as zero. */
  record Range(String mediaType, String weight) {

    boolean isHtml() {
      return HTML.contains(mediaType) && POSITIVE_WEIGHT.matcher(weight).matches();
    }
  }

  static Stream<Range> ranges(String header) {
    return Arrays.stream(header.split(",", -1)).map(AcceptHeader::range);
  }

  private static Range range(String text) {
    String[] parts = text.split(";", -1);
    String weight = "1";
    for (int i = 1; i < parts.length; i++) {
      String parameter = Grammar.trim(parts[i]);
      if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
        weight = parameter.substring(2);
      }
    }
    return new Range(Grammar.trim(parts[0]).toLowerCase(Locale.ROOT), weight);
  }
}
