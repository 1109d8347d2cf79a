/** An application with a vault of each kind. */
@NullMarked
package dev.cloakroom.it.stepup.app;

import org.jspecify.annotations.NullMarked;
