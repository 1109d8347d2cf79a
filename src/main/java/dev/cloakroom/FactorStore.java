package dev.cloakroom;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what {@link Totp} knows of callers: one text for each of them, encrypted and bound to their
 * name, so that it says nothing to whoever reads it, and is worthless to another caller. An
 * application makes a bean of it to keep the texts in its own table; without one they are in a
 * table of their own ({@code cloakroom.factor.data-source}).
 *
 * <p>Called on the thread of the caller, at each login that a password has succeeded for, too; must
 * be safe for use by several threads. If it cannot tell, it throws {@link
 * StoreUnavailableException}; then, and if it throws anything else, nobody logs in by a factor.
 */
public interface FactorStore {

  /**
   * What is kept of a caller; null if nothing is.
   *
   * @param callerName as the identity store has it; compare it as that does, so that a caller is
   *     not without their factors whom another spelling of the name logs in
   */
  @Nullable String find(String callerName);

  /**
   * Puts a text in the place of another, if that is what is kept at this moment: in one statement,
   * such as {@code update account set factors = ? where name = ? and factors = ?}. That each code
   * is good once stands on this. No text is ever kept twice.
   *
   * @param expected what must be kept; null if nothing must be
   * @param next what to keep then: up to 2,000 characters of ASCII; null for nothing
   * @return whether it was replaced
   */
  boolean replace(String callerName, @Nullable String expected, @Nullable String next);
}
