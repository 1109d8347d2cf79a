/**
 * {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll}: what they mean, and their
 * enforcement on CDI beans. Entry types: {@link dev.cloakroom.access.AccessRule}, {@link
 * dev.cloakroom.access.AccessExtension}.
 *
 * <p>It refuses by an exception and knows nothing of how a refusal is answered.
 */
@NullMarked
package dev.cloakroom.access;

import org.jspecify.annotations.NullMarked;
