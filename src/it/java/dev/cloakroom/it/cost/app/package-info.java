/** The smallest application that has something to guard. */
@NullMarked
package dev.cloakroom.it.cost.app;

import org.jspecify.annotations.NullMarked;
