package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all requests of a container have in common, and where they were forwarded to. */
abstract class FakeExchange extends HttpServletRequestWrapper {
  private final List<String> forwards = new ArrayList<>();
  private final Map<String, String[]> parameters = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable String encoding;
  private String address = "192.0.2.7";
  private String servlet = "page";

  FakeExchange() {
    super(Stub.of(HttpServletRequest.class));
  }

  /** Has the container find a parameter, in the query or the form. */
  public final void parameter(String name, String... values) {
    parameters.put(name, values.clone());
  }

  /** Has the container find a part with a text. */
  public final void part(String name, String text) {
    parts.add(
        Stub.of(
            Part.class,
            Map.of(
                "getName",
                unused -> name,
                "getInputStream",
                unused -> new BytesIn(text.getBytes(UTF_8)))));
  }

  /** Has it go to the servlet of a class, which is its name. */
  public final void to(String servletClass) {
    servlet = servletClass;
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
    return Stub.of(
        ServletContext.class,
        Map.of(
            "getAttribute",
            unused -> null,
            "getServletRegistration",
            named ->
                Stub.of(ServletRegistration.class, Map.of("getClassName", unused -> named[0]))));
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
    return address;
  }

  final void comesFrom(String remoteAddress) {
    address = remoteAddress;
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
    return parameters;
  }

  /** A servlet that takes no parts says so. */
  @Override
  public Collection<Part> getParts() {
    if (parts.isEmpty()) {
      throw new IllegalStateException("no multipart configuration");
    }
    return parts;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return Stub.of(HttpServletMapping.class, Map.of("getServletName", unused -> servlet));
  }

  /** As of a request whose stream is in use. */
  @Override
  public BufferedReader getReader() {
    throw new IllegalStateException("the stream is in use");
  }
}
