/**
 * Randomness, hashes and keys: what makes a ticket unguessable and a token genuine.
 *
 * <p>Start at {@link dev.cloakroom.crypto.KeyLoader}, which reads a {@link
 * dev.cloakroom.crypto.KeyRing}, and at {@link dev.cloakroom.crypto.RandomIds}. It knows nothing of
 * sessions, tokens, requests or servers, and no key or secret ever shows in its {@code toString} or
 * its exceptions.
 */
@NullMarked
package dev.cloakroom.crypto;

import org.jspecify.annotations.NullMarked;
