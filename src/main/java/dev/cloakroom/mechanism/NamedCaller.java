package dev.cloakroom.mechanism;

import jakarta.security.enterprise.CallerPrincipal;

/**
 * A caller who is equal to every other of the same name. Servers keep what they work out for a set
 * of principals and find it by equality, which {@code CallerPrincipal} itself does not define: with
 * a new one on each request, nothing would ever be found again.
 */
public final class NamedCaller extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  /** A caller of this name. */
  public NamedCaller(String name) {
    super(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedCaller that && getName().equals(that.getName());
  }

  @Override
  public int hashCode() {
    return getName().hashCode();
  }

  @Override
  public String toString() {
    return getName();
  }
}
