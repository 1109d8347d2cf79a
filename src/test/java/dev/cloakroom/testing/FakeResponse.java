package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A response as a container would give: once committed, its headers no longer change. Cookies that
 * are added as such stay apart from the headers, as they do on some servers until the commit.
 */
public final class FakeResponse extends HttpServletResponseWrapper {
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<String> addedCookies = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;
  private boolean committed;

  /** A response that nothing was written to. */
  public FakeResponse() {
    super(Stub.of(HttpServletResponse.class));
  }

  /** The body as text. */
  public String text() {
    return body.toString(UTF_8);
  }

  /** All {@code Set-Cookie} headers as they would be sent. */
  public List<String> cookies() {
    return Stream.concat(getHeaders("Set-Cookie").stream(), addedCookies.stream()).toList();
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    setHeader("Content-Length", length < 0 ? null : Long.toString(length));
  }

  @Override
  public boolean containsHeader(String name) {
    return headers.containsKey(name);
  }

  @Override
  public @Nullable String getHeader(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : values.get(0);
  }

  @Override
  public List<String> getHeaders(String name) {
    return headers.getOrDefault(name, List.of());
  }

  @Override
  public Collection<String> getHeaderNames() {
    return headers.keySet();
  }

  @Override
  public void setDateHeader(String name, long date) {
    setHeader(name, Instant.ofEpochMilli(date).toString());
  }

  @Override
  public void setHeader(String name, @Nullable String value) {
    if (!committed && value == null) {
      headers.remove(name);
    } else if (!committed) {
      headers.put(name, new ArrayList<>(List.of(value)));
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!committed) {
      headers.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }
  }

  @Override
  public void addCookie(Cookie cookie) {
    if (!committed) {
      addedCookies.add(cookie.getName() + "=" + cookie.getValue());
    }
  }

  @Override
  public boolean isCommitted() {
    return committed;
  }

  @Override
  public void resetBuffer() {
    if (committed) {
      throw new IllegalStateException("committed");
    }
    body.reset();
  }

  @Override
  public void reset() {
    resetBuffer();
    headers.clear();
    addedCookies.clear();
    status = 200;
  }

  @Override
  public void flushBuffer() {
    committed = true;
  }

  @Override
  public void sendError(int code) {
    status = code;
    committed = true;
  }

  @Override
  public void sendError(int code, String message) {
    sendError(code);
  }

  @Override
  public void sendRedirect(String location) {
    setHeader("Location", location);
    sendError(302);
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(getOutputStream(), false, UTF_8);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int octet) {
        committed = true;
        body.write(octet);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
