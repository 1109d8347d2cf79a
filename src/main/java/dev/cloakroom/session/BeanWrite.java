package dev.cloakroom.session;

import dev.cloakroom.store.BeanState;
import org.jspecify.annotations.Nullable;

/** What one request wants to keep of one bean. */
public sealed interface BeanWrite {

  /** The bean's name. */
  String name();

  /** What is kept of it, as this request found it; null if nothing. */
  @Nullable BeanState before();

  /** What it holds now. */
  BeanState state();

  /**
   * A bean that began in this request, and has not changed since: another request that began the
   * same one first has its way.
   *
   * @param before what is kept of the bean and cannot be read any more; null if nothing is
   */
  record Begun(String name, @Nullable BeanState before, BeanState state) implements BeanWrite {
    /** A bean of which nothing is kept. */
    public Begun(String name, BeanState state) {
      this(name, null, state);
    }
  }

  /**
   * A bean that this request has changed.
   *
   * @param before what it held before; null if it began in this request
   */
  record Changed(String name, @Nullable BeanState before, BeanState state) implements BeanWrite {}
}
