/** What stands for whatever is there at the moment of a call; both halves of the kit need it. */
@NullMarked
package dev.cloakroom.testkit.standin;

import org.jspecify.annotations.NullMarked;
