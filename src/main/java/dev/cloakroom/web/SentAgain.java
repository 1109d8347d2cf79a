package dev.cloakroom.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.servlet.ReadForm;
import dev.cloakroom.servlet.ShownCsrfToken;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A request whose form was read before the application had it: the container keeps the parameters,
 * and this one gives the body to whoever wants to read it.
 *
 * @see <a href="https://jakarta.ee/specifications/servlet/6.0/">Jakarta Servlet 6.0, section
 *     3.1.1</a>
 */
final class SentAgain extends HttpServletRequestWrapper {
  private static final String GIVEN = SentAgain.class.getName();

  private @Nullable ServletInputStream stream;
  private @Nullable BufferedReader reader;

  private SentAgain(HttpServletRequest request) {
    super(request);
  }

  /** The request, by which its body can be read; once, as any other body. */
  static HttpServletRequest ifRead(HttpServletRequest request) {
    if (!ShownCsrfToken.wasLookedForInAForm(request) || request.getAttribute(GIVEN) != null) {
      return request;
    }
    request.setAttribute(GIVEN, true);
    return new SentAgain(request);
  }

  @Override
  public ServletInputStream getInputStream() {
    if (reader != null) {
      throw new IllegalStateException("getReader() has been called for this request.");
    }
    ServletInputStream body = stream == null ? new SentBody(bytes()) : stream;
    stream = body;
    return body;
  }

  @Override
  public BufferedReader getReader() {
    if (stream != null) {
      throw new IllegalStateException("getInputStream() has been called for this request.");
    }
    BufferedReader body =
        reader == null
            ? new BufferedReader(new InputStreamReader(new SentBody(bytes()), US_ASCII))
            : reader;
    reader = body;
    return body;
  }

  private byte[] bytes() {
    return ReadForm.bytes((HttpServletRequest) getRequest());
  }
}
