/**
 * Black-box tests of how applications start: what asks for Cloakroom first, what stands in its way,
 * and what language the server speaks. Entry type: {@link dev.cloakroom.it.starts.StartWars}.
 */
@NullMarked
package dev.cloakroom.it.starts;

import org.jspecify.annotations.NullMarked;
