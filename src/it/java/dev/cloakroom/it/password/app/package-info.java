/** An application that has taken over a table of callers. */
@NullMarked
package dev.cloakroom.it.password.app;

import org.jspecify.annotations.NullMarked;
