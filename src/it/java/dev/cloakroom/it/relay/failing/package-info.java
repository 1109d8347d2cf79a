/** An application whose callers cannot be passed on. */
@NullMarked
package dev.cloakroom.it.relay.failing;

import org.jspecify.annotations.NullMarked;
