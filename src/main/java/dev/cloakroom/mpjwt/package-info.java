/**
 * MicroProfile JWT: {@code @Inject JsonWebToken} for callers whom an access token logged in. The
 * only package that uses that API; where it is absent, nothing else is missed.
 */
@NullMarked
package dev.cloakroom.mpjwt;

import org.jspecify.annotations.NullMarked;
