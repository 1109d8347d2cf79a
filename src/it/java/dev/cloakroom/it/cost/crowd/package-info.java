/** An application that has as many login sessions as are asked for. */
@NullMarked
package dev.cloakroom.it.cost.crowd;

import org.jspecify.annotations.NullMarked;
