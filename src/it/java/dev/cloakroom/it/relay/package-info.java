/** Callers who are passed on to another service. */
@NullMarked
package dev.cloakroom.it.relay;

import org.jspecify.annotations.NullMarked;
