/**
 * Passwords: how they are hashed, how hashes of others are verified, and which new ones are good
 * enough.
 *
 * <p>An application names {@link dev.cloakroom.password.Argon2idPasswordHash} or {@link
 * dev.cloakroom.password.Pbkdf2Sha256PasswordHash} in its {@code @DatabaseIdentityStoreDefinition},
 * or injects one into an identity store of its own, and asks {@link
 * dev.cloakroom.password.PasswordRules} about new passwords. Each of the two hashes verifies all
 * that {@code StoredHash} reads. It knows nothing of callers, requests, CDI or servers, and is the
 * one package that knows Bouncy Castle.
 */
@NullMarked
package dev.cloakroom.password;

import org.jspecify.annotations.NullMarked;
