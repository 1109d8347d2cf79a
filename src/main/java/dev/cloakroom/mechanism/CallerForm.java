package dev.cloakroom.mechanism;

import dev.cloakroom.token.TokenContent;
import org.jspecify.annotations.Nullable;

/** What the container is given of a caller. Implementations are safe for use by several threads. */
public interface CallerForm {
  /** The name alone. */
  CallerForm BY_NAME = (name, token) -> new NamedCaller(name);

  /**
   * A caller.
   *
   * @param token of another issuer that logged them in; null for our own callers
   */
  NamedCaller of(String name, @Nullable TokenContent token);
}
