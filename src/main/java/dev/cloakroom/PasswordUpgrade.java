package dev.cloakroom;

/**
 * Stores a better hash of a password in the place of an older one. An application makes a bean of
 * it beside its {@code @DatabaseIdentityStoreDefinition}; then hashes grow stronger by themselves:
 * after a login by a hash of another form, or of weaker parameters than are configured, it is asked
 * to replace it. Without one, hashes stay as they are.
 *
 * <p>Where several callers log in at once by one hash, a server asks once; other servers may ask,
 * too, each with a hash of its own. Called on the thread of the login, before its answer; if it
 * throws, the log says so and the login goes on.
 */
@FunctionalInterface
public interface PasswordUpgrade {

  /**
   * Replaces a hash if it is still stored, in one statement, so that a password that was changed
   * meanwhile stays changed: {@code update account set password = ? where name = ? and password =
   * ?}.
   *
   * @param callerName who has logged in, as the identity store calls them
   * @param storedHash the hash by which they did
   * @param betterHash what to store in its place; no more than 120 characters
   */
  void replace(String callerName, String storedHash, String betterHash);
}
