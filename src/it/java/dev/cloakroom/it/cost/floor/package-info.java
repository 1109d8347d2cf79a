/** Mechanisms that cost nothing. */
@NullMarked
package dev.cloakroom.it.cost.floor;

import org.jspecify.annotations.NullMarked;
