/**
 * {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} wherever applications write them:
 * what is guarded, what is refused at deployment, and that nothing is served unguarded when one of
 * the guards is taken away.
 */
@NullMarked
package dev.cloakroom.it.access;

import org.jspecify.annotations.NullMarked;
