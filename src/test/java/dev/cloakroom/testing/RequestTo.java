package dev.cloakroom.testing;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to an application that remembers what it is told. */
public final class RequestTo extends HttpServletRequestWrapper {
  private final Map<String, @Nullable Object> told = new HashMap<>();
  private final ServletContext application =
      Stub.of(
          ServletContext.class,
          Map.of(
              "getAttribute",
              asked -> told.get((String) asked[0]),
              "setAttribute",
              given -> told.put((String) given[0], given[1])));

  /** Takes what else there is to a request from this one. */
  public RequestTo(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletContext getServletContext() {
    return application;
  }
}
