package dev.cloakroom.session;

import dev.cloakroom.store.BeanState;
import org.jspecify.annotations.Nullable;

/** What one request wants to keep of one bean. */
public sealed interface BeanWrite {

  /** The bean's name. */
  String name();

  /** What it holds now. */
  BeanState state();

  /**
   * A bean that began in this request, and has not changed since: another request that began the
   * same one first has its way.
   */
  record Begun(String name, BeanState state) implements BeanWrite {}

  /**
   * A bean that this request has changed.
   *
   * @param before what it held before; null if it began in this request
   */
  record Changed(String name, @Nullable BeanState before, BeanState state) implements BeanWrite {}
}
