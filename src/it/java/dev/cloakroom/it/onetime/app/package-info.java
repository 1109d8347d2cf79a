/** An application whose members forget passwords and log in by links. */
@NullMarked
package dev.cloakroom.it.onetime.app;

import org.jspecify.annotations.NullMarked;
