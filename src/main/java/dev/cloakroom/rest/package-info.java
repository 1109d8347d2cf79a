/**
 * {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} on Jakarta REST resources,
 * enforced by us because not every server does: {@link dev.cloakroom.rest.AccessFeature}. The only
 * package that uses Jakarta REST; where that is absent, nothing else is missed.
 */
@NullMarked
package dev.cloakroom.rest;

import org.jspecify.annotations.NullMarked;
