/** Callers who come with tokens of another issuer: a fake one, in the JVM of the tests. */
@NullMarked
package dev.cloakroom.it.issuer;

import org.jspecify.annotations.NullMarked;
