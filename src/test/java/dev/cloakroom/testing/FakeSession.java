package dev.cloakroom.testing;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The container's session, as far as its life and its attributes go. */
public final class FakeSession implements HttpSession {
  private final Map<String, Object> attributes = new HashMap<>();
  private String id = "first";
  private boolean known;
  private boolean invalidated;

  /** Whether it was invalidated. */
  public boolean isInvalidated() {
    return invalidated;
  }

  /** Makes it one that the client has already joined. */
  public FakeSession joined() {
    known = true;
    return this;
  }

  void rename(String newId) {
    id = newId;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public void invalidate() {
    invalidated = true;
  }

  @Override
  public boolean isNew() {
    return !known;
  }

  @Override
  public long getCreationTime() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long getLastAccessedTime() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServletContext getServletContext() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setMaxInactiveInterval(int interval) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getMaxInactiveInterval() {
    throw new UnsupportedOperationException();
  }

  /** As a container does: what has ended says nothing more. */
  private Map<String, Object> attributes() {
    if (invalidated) {
      throw new IllegalStateException("invalidated");
    }
    return attributes;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes().get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes().keySet());
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes().put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes().remove(name);
  }
}
