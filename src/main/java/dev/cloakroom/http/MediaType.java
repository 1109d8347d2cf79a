package dev.cloakroom.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} header says: type and charset (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1">RFC 9110 §8.3.1</a>). Other
 * parameters are read and dropped.
 *
 * @param essence type and subtype in lower case, such as {@code application/json}
 * @param charset in lower case
 */
public record MediaType(String essence, @Nullable String charset) {

  private static final int MAX_LENGTH = 512;
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern ESSENCE =
      Pattern.compile("[ \t]*(" + TOKEN + "/" + TOKEN + ")[ \t]*");

  private static final Pattern PARAMETER =
      Pattern.compile(
          ";[ \t]*(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*+)\"))?[ \t]*");

  /**
   * Reads a header's value; empty if it is absent, longer than 512 characters, outside the grammar,
   * or names two charsets.
   */
  public static Optional<MediaType> parse(@Nullable String header) {
    if (header == null || header.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher essence = ESSENCE.matcher(header);
    return essence.lookingAt()
        ? new MediaType(essence.group(1).toLowerCase(Locale.ROOT), null)
            .withParameters(header.substring(essence.end()))
        : Optional.empty();
  }

  /** Whether a body of this type is JSON that is read: {@code application/json} in UTF-8. */
  public boolean isJson() {
    return essence.equals("application/json") && isUtf8();
  }

  /**
   * Whether a body of this type is a form that is read: urlencoded. That is UTF-8 whatever is said:
   * the type has no charset, and servers add one that the application has set.
   */
  public boolean isForm() {
    return essence.equals("application/x-www-form-urlencoded");
  }

  private boolean isUtf8() {
    return charset == null || charset.equals("utf-8");
  }

  private Optional<MediaType> withParameters(String text) {
    Matcher parameter = PARAMETER.matcher(text);
    MediaType read = this;
    int end = 0;
    while (parameter.find() && parameter.start() == end) {
      boolean isCharset = "charset".equalsIgnoreCase(parameter.group(1));
      if (isCharset && read.charset != null) {
        return Optional.empty();
      }
      read = isCharset ? new MediaType(essence, charset(parameter)) : read;
      end = parameter.end();
    }
    return end == text.length() ? Optional.of(read) : Optional.empty();
  }

  private static String charset(Matcher parameter) {
    String token = parameter.group(2);
    return (token == null ? parameter.group(3) : token).toLowerCase(Locale.ROOT);
  }
}
