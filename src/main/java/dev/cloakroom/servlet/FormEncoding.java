package dev.cloakroom.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UnsupportedEncodingException;

/**
 * What a container reads a form as. One that is told nothing would take it for ISO 8859-1, which no
 * browser sends.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     3.12</a>
 */
public final class FormEncoding {

  private FormEncoding() {}

  /**
   * Has what a request sends read as UTF-8, unless it, or the application, says something else:
   * whoever asks for the first parameter has the last word.
   */
  public static void tell(HttpServletRequest request) {
    if (request.getCharacterEncoding() == null) {
      try {
        request.setCharacterEncoding(UTF_8.name());
      } catch (UnsupportedEncodingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
