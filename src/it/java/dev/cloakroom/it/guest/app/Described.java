package dev.cloakroom.it.guest.app;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a method gave, and how a response stands, in words that can be compared. */
final class Described {
  private static final String OURS = "dev.cloakroom.";

  private Described() {}

  static String value(@Nullable Object value) {
    if (value == null || value instanceof CharSequence || value instanceof Number) {
      return String.valueOf(value);
    }
    if (value instanceof Enumeration<?> names) {
      return all(Collections.list(names).stream());
    }
    if (value instanceof Collection<?> values) {
      return all(values.stream());
    }
    if (value instanceof Map<?, ?> map) {
      return all(map.entrySet().stream().map(e -> e.getKey() + "=" + value(e.getValue())));
    }
    return value instanceof Object[] array ? all(Arrays.stream(array)) : single(value);
  }

  /** What we keep with a request is seen by nobody who does not look for it. */
  private static String all(Stream<?> values) {
    return values
        .map(Described::value)
        .filter(text -> !text.startsWith(OURS) || text.startsWith("dev.cloakroom.it."))
        .sorted()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String single(Object value) {
    if (value instanceof Cookie cookie) {
      return cookie.getName() + "=" + cookie.getValue();
    }
    if (value instanceof HttpServletMapping mapping) {
      return String.join(
          " ",
          mapping.getMappingMatch().name(),
          mapping.getMatchValue(),
          mapping.getPattern(),
          mapping.getServletName());
    }
    return value instanceof Boolean || value instanceof Enum || value instanceof Locale
        ? value.toString()
        : "an object";
  }

  static String state(HttpServletResponse response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : response.getHeaderNames()) {
      headers.put(name, value(response.getHeaders(name)));
    }
    return Stream.of(
            response.isCommitted(),
            response.getStatus(),
            response.getContentType(),
            response.getCharacterEncoding(),
            response.getLocale(),
            headers)
        .map(String::valueOf)
        .collect(Collectors.joining("; "));
  }
}
