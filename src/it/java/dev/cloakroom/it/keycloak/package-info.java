/**
 * What a real Keycloak gives out, and what becomes of it here: {@code ./mvnw verify -Pkeycloak}.
 */
@NullMarked
package dev.cloakroom.it.keycloak;

import org.jspecify.annotations.NullMarked;
