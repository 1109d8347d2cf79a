package dev.cloakroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.http.MediaType;
import dev.cloakroom.servlet.ReadForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/**
 * The body of a request to an endpoint, also if a filter of the application has had a look at it
 * before: by asking for a parameter, or by reading it and handing on a copy, as a stream or as a
 * reader.
 */
final class SentBytes {
  private static final byte[] NONE = {};

  private SentBytes() {}

  /**
   * At most so many bytes of it; none if there is none, or if it was read and nothing handed on.
   *
   * @throws IOException if the client is gone
   */
  static byte[] of(HttpServletRequest request, int limit) throws IOException {
    byte[] streamed = streamed(request, limit);
    if (streamed.length > 0 || request.getHeader(RequestBody.TYPE) == null) {
      return streamed;
    }
    boolean isForm =
        MediaType.parse(request.getHeader(RequestBody.TYPE)).filter(MediaType::isForm).isPresent();
    byte[] form = isForm ? ReadForm.bytes(request) : NONE;
    return form.length > 0 ? form : fromReader(request, limit);
  }

  private static byte[] streamed(HttpServletRequest request, int limit) throws IOException {
    try {
      return request.getInputStream().readNBytes(limit);
    } catch (IllegalStateException readerIsInUse) {
      return NONE;
    }
  }

  private static byte[] fromReader(HttpServletRequest request, int limit) throws IOException {
    try {
      return read(request.getReader(), limit).getBytes(charset(request));
    } catch (IllegalStateException | UnsupportedEncodingException streamIsInUse) {
      return NONE;
    }
  }

  private static String read(Reader reader, int limit) throws IOException {
    CharBuffer text = CharBuffer.allocate(limit);
    while (text.hasRemaining() && reader.read(text) >= 0) {
      // until it is full
    }
    return text.flip().toString();
  }

  private static Charset charset(HttpServletRequest request) {
    String name = request.getCharacterEncoding();
    try {
      return name == null ? UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException unsupported) {
      return UTF_8;
    }
  }
}
