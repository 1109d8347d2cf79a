/**
 * {@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} on Jakarta REST resources,
 * enforced by us because not every server does: {@link dev.cloakroom.rest.AccessFeature}. What a
 * bean refuses is answered alike: {@link dev.cloakroom.rest.AccessDeniedMapper}. The only package
 * that uses Jakarta REST; where that is absent, nothing else is missed.
 */
@NullMarked
package dev.cloakroom.rest;

import org.jspecify.annotations.NullMarked;
