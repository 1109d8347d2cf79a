package dev.cloakroom.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one {@code Set-Cookie} header: ordered, each name at most once whatever its
 * case.
 */
record CookieAttributes(List<Attribute> list) {

  static final CookieAttributes NONE = new CookieAttributes(List.of());
  static final String MAX_AGE = "Max-Age";
  static final String EXPIRES = "Expires";
  static final String DOMAIN = "Domain";
  static final String PATH = "Path";
  static final String SECURE = "Secure";
  static final String HTTP_ONLY = "HttpOnly";
  static final String SAME_SITE = "SameSite";

  /** One attribute; a flag such as {@code Secure} has no value. */
  record Attribute(String name, @Nullable String value) {

    static Attribute parse(String text) {
      int equals = text.indexOf('=');
      String name = Grammar.trim(equals < 0 ? text : text.substring(0, equals));
      return new Attribute(name, equals < 0 ? null : Grammar.trim(text.substring(equals + 1)));
    }

    boolean isNamed(String other) {
      return name.equalsIgnoreCase(other);
    }

    String text() {
      return value == null ? name : name + "=" + value;
    }
  }

  CookieAttributes {
    list = List.copyOf(list);
  }

  /** The attributes in a text that separates them by semicolons; of a repeated one the last. */
  static CookieAttributes parse(String text) {
    Map<String, Attribute> last = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      Attribute attribute = Attribute.parse(part);
      if (!attribute.name().isEmpty()) {
        last.put(attribute.name().toLowerCase(Locale.ROOT), attribute);
      }
    }
    return new CookieAttributes(List.copyOf(last.values()));
  }

  /** These attributes with this one, in the place of the one of that name or at the end. */
  CookieAttributes with(String name, @Nullable String value) {
    Attribute added = new Attribute(name, value);
    if (!has(name)) {
      return new CookieAttributes(Stream.concat(list.stream(), Stream.of(added)).toList());
    }
    return new CookieAttributes(list.stream().map(a -> a.isNamed(name) ? added : a).toList());
  }

  CookieAttributes without(String name) {
    return new CookieAttributes(list.stream().filter(a -> !a.isNamed(name)).toList());
  }

  boolean has(String name) {
    return list.stream().anyMatch(attribute -> attribute.isNamed(name));
  }

  @Nullable String value(String name) {
    for (Attribute attribute : list) {
      if (attribute.isNamed(name)) {
        return attribute.value();
      }
    }
    return null;
  }

  /** The attributes as they follow the {@code name=value} pair, the pair included. */
  String after(String pair) {
    List<String> parts = new ArrayList<>();
    parts.add(pair);
    list.forEach(attribute -> parts.add(attribute.text()));
    return String.join("; ", parts);
  }
}
