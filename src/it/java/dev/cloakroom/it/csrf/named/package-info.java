/** An application with a bean by the name that the token has in pages. */
@NullMarked
package dev.cloakroom.it.csrf.named;

import org.jspecify.annotations.NullMarked;
