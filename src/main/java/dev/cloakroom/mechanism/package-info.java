/**
 * The one {@code HttpAuthenticationMechanism}: {@link dev.cloakroom.mechanism.CloakroomMechanism}.
 * The container calls it for every request, before any filter. It finds out who is calling, and
 * leaves what that means to the container, the application's annotations and the {@code rest}
 * package.
 *
 * <p>It knows nothing of the endpoints but where the ones are that it must stay away from.
 */
@NullMarked
package dev.cloakroom.mechanism;

import org.jspecify.annotations.NullMarked;
