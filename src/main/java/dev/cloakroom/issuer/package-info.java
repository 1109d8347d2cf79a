/**
 * Tokens of other issuers: told from our own by who they say issued them, verified by the keys that
 * this issuer publishes or that the configuration gives, and turned into a caller.
 *
 * <p>Start at {@link dev.cloakroom.issuer.ForeignTokens}. It knows nothing of requests, servers,
 * stores or login sessions: whether a caller was shut out meanwhile is asked elsewhere.
 */
@NullMarked
package dev.cloakroom.issuer;

import org.jspecify.annotations.NullMarked;
