package dev.cloakroom.issuer;

import dev.cloakroom.crypto.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one issuer, wherever they come from. For those that are given there is nothing to
 * fetch. Thread-safe.
 */
interface IssuerKeys {

  /** What looking for a key came to. */
  sealed interface Found permits Key, Missing {}

  /** The one that a token can be signed by. */
  record Key(ForeignKey key) implements Found {}

  /** There is none. */
  enum Missing implements Found {
    /** The issuer has no such key. */
    UNKNOWN,
    /** Nobody can tell, since its keys could not be fetched. */
    UNAVAILABLE
  }

  /** The key that a token names; may wait a moment for keys that are being fetched. */
  Found find(@Nullable String kid, SignatureAlgorithm algorithm);

  /** Whether a key that was found is one of the issuer's still, as far as can be told at once. */
  boolean has(ForeignKey key);

  /** Has them fetched soon, since one may have been replaced: a signature was not by it. */
  default void doubt() {}

  /** Has them fetched, where that is needed. */
  default void start() {}

  /**
   * Waits until they are there.
   *
   * @throws UnusableIssuerException if they are not within a few seconds
   */
  default void require() {}
}
