package dev.cloakroom.servlet;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.crossorigin.CorsHeaders;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A response that says of the origin that asked what is ours to say, and nothing else: a second
 * {@code Access-Control-Allow-Origin}, or a wider one, would have browsers refuse the answer, or
 * give it to whom it is not for. What else the application says that its answer depends on stays.
 */
final class CorsResponse extends HttpServletResponseWrapper implements GuardingResponse {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.web");

  private final HttpServletResponse response;
  private final CorsHeaders headers;
  private final AtomicBoolean isNoticed;
  private boolean error;

  /**
   * A response that says this.
   *
   * @param isNoticed whether the application is known to say it, too
   */
  CorsResponse(HttpServletResponse response, CorsHeaders headers, AtomicBoolean isNoticed) {
    super(response);
    this.response = response;
    this.headers = headers;
    this.isNoticed = isNoticed;
  }

  @Override
  public HttpServletResponse guarded() {
    return response;
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!isOurs(name, value)) {
      super.setHeader(name, value);
      if (CorsHeaders.isVary(name)) {
        headers.writeTo(response);
      }
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (!isOurs(name, value) && !(CorsHeaders.isVary(name) && headers.saysAsMuch(value))) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void setIntHeader(String name, int value) {
    if (!isOurs(name, Integer.toString(value))) {
      super.setIntHeader(name, value);
    }
  }

  @Override
  public void addIntHeader(String name, int value) {
    if (!isOurs(name, Integer.toString(value))) {
      super.addIntHeader(name, value);
    }
  }

  @Override
  public void sendError(int status) throws IOException {
    error |= !isCommitted();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, @Nullable String message) throws IOException {
    error |= !isCommitted();
    super.sendError(status, message);
  }

  /** Whether the container has been told of an error that it is still to answer with. */
  boolean hasSentError() {
    return error;
  }

  @Override
  public void reset() {
    error = false;
    super.reset();
    headers.writeTo(response);
  }

  /** To say the same again is no second voice: what gives an answer up puts its headers back. */
  private boolean isOurs(@Nullable String name, @Nullable String value) {
    if (name == null || !CorsHeaders.decide(name)) {
      return false;
    }
    if (!Objects.equals(response.getHeader(name), value) && isNoticed.compareAndSet(false, true)) {
      LOG.log(
          WARNING,
          "The application sets {0}, which is left out: by cloakroom.cors.allowed-origins, Cloakroom"
              + " says what pages of other origins may do. Take the application''s own CORS filter"
              + " out, or that setting. This is said once.",
          name);
    }
    return true;
  }
}
