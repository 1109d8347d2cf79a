package dev.cloakroom.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all requests of a container have in common, and where they were forwarded to. */
abstract class FakeExchange extends HttpServletRequestWrapper {
  private final List<String> forwards = new ArrayList<>();
  private @Nullable String encoding;

  FakeExchange() {
    super(Stub.of(HttpServletRequest.class));
  }

  /** The paths that the request was forwarded to, in order. */
  public final List<String> forwards() {
    return List.copyOf(forwards);
  }

  @Override
  public RequestDispatcher getRequestDispatcher(String path) {
    return Stub.of(
        RequestDispatcher.class,
        Map.of(
            "forward",
            unused -> {
              forwards.add(path);
              return null;
            }));
  }

  @Override
  public ServletContext getServletContext() {
    return Stub.of(ServletContext.class, Map.of("getAttribute", unused -> null));
  }

  @Override
  public String getContextPath() {
    return "/app";
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.7";
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return encoding;
  }

  @Override
  public void setCharacterEncoding(String name) {
    encoding = name;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  /** As of a request whose stream is in use. */
  @Override
  public BufferedReader getReader() {
    throw new IllegalStateException("the stream is in use");
  }
}
