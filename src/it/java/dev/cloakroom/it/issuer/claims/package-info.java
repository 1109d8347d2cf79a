/** An application of MicroProfile JWT. */
@NullMarked
package dev.cloakroom.it.issuer.claims;

import org.jspecify.annotations.NullMarked;
