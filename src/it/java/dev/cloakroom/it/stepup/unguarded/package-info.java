/** Proofs that are asked for in places where nothing stands before. */
@NullMarked
package dev.cloakroom.it.stepup.unguarded;

import org.jspecify.annotations.NullMarked;
