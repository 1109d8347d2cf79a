package dev.cloakroom.testing;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;

/** The container's session, as far as its life goes; it keeps no attributes. */
public final class FakeSession implements HttpSession {
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

  @Override
  public Object getAttribute(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public void setAttribute(String name, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeAttribute(String name) {
    throw new UnsupportedOperationException();
  }
}
