package dev.cloakroom.mechanism;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A caller who is equal to every other of the same name. Servers keep what they work out for a set
 * of principals and find it by equality, which {@code CallerPrincipal} itself does not define: with
 * a new one on each request, nothing would ever be found again.
 */
public class NamedCaller extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object distinction;

  /** A caller of this name. */
  public NamedCaller(String name) {
    this(name, null);
  }

  /**
   * A caller who is equal to others of the same name only if this is equal, too.
   *
   * @param distinction is not kept where the caller is; null for none
   */
  protected NamedCaller(String name, @Nullable Object distinction) {
    super(name);
    this.distinction = distinction;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof NamedCaller that
        && getName().equals(that.getName())
        && Objects.equals(distinction, that.distinction);
  }

  @Override
  public final int hashCode() {
    return getName().hashCode();
  }

  @Override
  public String toString() {
    return getName();
  }
}
