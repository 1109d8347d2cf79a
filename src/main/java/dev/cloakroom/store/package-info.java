/**
 * Where login sessions are kept: the contract {@link dev.cloakroom.store.SessionStore} and the
 * record it keeps. A store knows how to keep, find and compare-and-set records; it knows nothing of
 * requests, of what a session is allowed to do, or of the secrets behind the hashes it holds.
 */
@NullMarked
package dev.cloakroom.store;

import org.jspecify.annotations.NullMarked;
