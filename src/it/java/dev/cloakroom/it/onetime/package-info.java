/** Tokens that can be used once, and what the recipes make of them. */
@NullMarked
package dev.cloakroom.it.onetime;

import org.jspecify.annotations.NullMarked;
