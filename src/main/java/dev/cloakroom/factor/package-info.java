/**
 * What proves a caller beside a password, or in its place: {@link
 * dev.cloakroom.factor.StoredOneTimeTokens}, and second factors: the application's, those of ours
 * ({@link dev.cloakroom.factor.StoredTotp}), and the logins that wait for them ({@link
 * dev.cloakroom.factor.Factors}). It says what is good; keeping it, and that it is used once, is
 * the store's.
 *
 * <p>It is told which browser asks, and knows no request.
 */
@NullMarked
package dev.cloakroom.factor;

import org.jspecify.annotations.NullMarked;
