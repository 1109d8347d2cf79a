/** An application whose passwords cost what they should. */
@NullMarked
package dev.cloakroom.it.cost.hashed;

import org.jspecify.annotations.NullMarked;
