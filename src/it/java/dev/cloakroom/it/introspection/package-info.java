/** What services are told of our tokens, and what others tell us of theirs. */
@NullMarked
package dev.cloakroom.it.introspection;

import org.jspecify.annotations.NullMarked;
