package dev.cloakroom.access;

import java.util.stream.Stream;

/** An exception and what it is wrapped around. */
public final class Causes {

  /** Longer chains are not looked through: one could lead back to itself. */
  private static final int DEPTH = 20;

  private Causes() {}

  /** The exception itself first, then its cause, and so on. */
  public static Stream<Throwable> of(Throwable escaped) {
    return Stream.iterate(escaped, cause -> cause != null, Throwable::getCause).limit(DEPTH);
  }
}
