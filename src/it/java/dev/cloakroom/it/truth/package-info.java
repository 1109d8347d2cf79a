/** Answers that are true: what a logout has ended, what two cookies or headers of a kind mean. */
@NullMarked
package dev.cloakroom.it.truth;

import org.jspecify.annotations.NullMarked;
