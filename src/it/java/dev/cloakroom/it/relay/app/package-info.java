/** An application that asks another service. */
@NullMarked
package dev.cloakroom.it.relay.app;

import org.jspecify.annotations.NullMarked;
