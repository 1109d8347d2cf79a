package dev.cloakroom.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URI path template as Jakarta REST matches requests with it. Of two the greater is tried first.
 * Immutable.
 *
 * @see <a href="https://jakarta.ee/specifications/restful-ws/3.1/">Jakarta REST 3.1, section
 *     3.7</a>
 */
final class UriPattern {
  /** By the number of literal characters, then by that of variables. */
  static final Comparator<UriPattern> ORDER =
      Comparator.<UriPattern>comparingInt(pattern -> pattern.literals)
          .thenComparingInt(pattern -> pattern.variables);

  private static final String ANY_SEGMENT = "[^/]+";
  private static final String ANYTHING_BELOW = "(?s:/.*)?";

  private final Pattern whole;
  private final Pattern leading;
  private final int literals;
  private final int variables;

  private UriPattern(String expression, int literals, int variables) {
    this.whole = Pattern.compile(expression);
    this.leading = Pattern.compile("(?:" + expression + ")" + ANYTHING_BELOW);
    this.literals = literals;
    this.variables = variables;
  }

  /** The pattern of a template, with or without slashes around it. */
  static UriPattern of(String template) {
    return new Parser(trimmed(template)).pattern();
  }

  /** The pattern of a method's template below that of its class. */
  static UriPattern of(String root, String below) {
    return of(trimmed(root) + "/" + trimmed(below));
  }

  private static String trimmed(String template) {
    return template.replaceAll("^/+|/+$", "");
  }

  /** Whether a path is what the template stands for, and goes no further. */
  boolean matches(String path) {
    return whole.matcher(path).matches();
  }

  /** Whether a path begins with what the template stands for. */
  boolean leadsTo(String path) {
    return leading.matcher(path).matches();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UriPattern that && whole.pattern().equals(that.whole.pattern());
  }

  @Override
  public int hashCode() {
    return whole.pattern().hashCode();
  }

  @Override
  public String toString() {
    return whole.pattern();
  }

  /** Reads one template. */
  private static final class Parser {
    private final String template;
    private final StringBuilder expression = new StringBuilder();
    private int literals;
    private int variables;

    Parser(String template) {
      this.template = template;
    }

    UriPattern pattern() {
      int at = 0;
      while (at < template.length()) {
        int open = template.indexOf('{', at);
        int end = open < 0 ? template.length() : open;
        literal(template.substring(at, end));
        at = open < 0 ? end : variable(open);
      }
      return new UriPattern(expression.toString(), literals, variables);
    }

    private void literal(String text) {
      if (!text.isEmpty()) {
        String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        expression.append(Pattern.quote(decoded));
        literals += text.length();
      }
    }

    /** Gives where it ends. */
    private int variable(int open) {
      int end = closing(open);
      String inside = template.substring(open + 1, end);
      int colon = inside.indexOf(':');
      String matched = colon < 0 ? ANY_SEGMENT : inside.substring(colon + 1).strip();
      expression.append("(?:").append(matched).append(')');
      variables++;
      return end + 1;
    }

    /** An expression may hold braces of its own, in pairs. */
    private int closing(int open) {
      int depth = 0;
      for (int at = open; at < template.length(); at++) {
        char next = template.charAt(at);
        depth += next == '{' ? 1 : next == '}' ? -1 : 0;
        if (depth == 0) {
          return at;
        }
      }
      throw new IllegalArgumentException("A brace is not closed in the template " + template);
    }
  }
}
