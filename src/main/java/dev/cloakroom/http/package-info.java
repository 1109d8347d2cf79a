/**
 * Header, cookie and body grammar of HTTP as small final types, one a grammar. Each takes text that
 * somebody else wrote and says what it is, or takes values and writes them as the specification
 * wants them. Everything here is immutable, safe for any thread, and linear in the length of its
 * input.
 *
 * <p>Entry types: {@link dev.cloakroom.http.CookieHeader}, {@link dev.cloakroom.http.BearerToken},
 * {@link dev.cloakroom.http.SetCookie} and {@link dev.cloakroom.http.Answer}.
 *
 * <p>It uses the JDK only. It must not know servlets, CDI, the settings, login sessions, or what a
 * token means.
 */
@NullMarked
package dev.cloakroom.http;

import org.jspecify.annotations.NullMarked;
