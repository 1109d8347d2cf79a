/**
 * What real servers of OpenID Connect give out, and what becomes of it here: {@code ./mvnw verify
 * -Pkeycloak}. A Keycloak, and npm's {@code oidc-provider} for each signature algorithm.
 */
@NullMarked
package dev.cloakroom.it.openid;

import org.jspecify.annotations.NullMarked;
