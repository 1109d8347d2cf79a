/** An application whose pages and resources change something. */
@NullMarked
package dev.cloakroom.it.csrf.app;

import org.jspecify.annotations.NullMarked;
