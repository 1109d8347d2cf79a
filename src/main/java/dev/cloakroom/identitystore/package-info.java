/**
 * Where credentials become callers: access tokens by what we issued, everything else by the
 * application's own identity stores through the container's {@code IdentityStoreHandler}.
 *
 * <p>It knows nothing of HTTP.
 */
@NullMarked
package dev.cloakroom.identitystore;

import org.jspecify.annotations.NullMarked;
