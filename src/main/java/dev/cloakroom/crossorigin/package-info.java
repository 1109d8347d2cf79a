/**
 * What pages of other origins may do. {@link dev.cloakroom.crossorigin.CrossOriginGuard} judges a
 * request by what its browser says of the page that sent it; {@link
 * dev.cloakroom.crossorigin.Origin} and {@link dev.cloakroom.crossorigin.Referer} say which page
 * that is; {@link dev.cloakroom.crossorigin.CsrfTokens} makes what only a page of this origin can
 * show.
 *
 * <p>It judges requests by their headers. It must not know logins: whose request or token it is,
 * and that a bearer token needs no guard, is said by those who ask.
 */
@NullMarked
package dev.cloakroom.crossorigin;

import org.jspecify.annotations.NullMarked;
