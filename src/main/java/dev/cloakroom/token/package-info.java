/**
 * Access tokens: issued and verified. A {@link dev.cloakroom.token.RawToken} is what somebody sent,
 * a {@link dev.cloakroom.token.VerifiedToken} is what may be trusted, and only the verifier turns
 * one into the other.
 *
 * <p>Start at {@link dev.cloakroom.token.AccessTokenIssuer} and {@link
 * dev.cloakroom.token.VerifiedTokens}. It knows nothing of requests, servers or stores: whether the
 * login session behind a genuine token still lives is asked elsewhere.
 */
@NullMarked
package dev.cloakroom.token;

import org.jspecify.annotations.NullMarked;
