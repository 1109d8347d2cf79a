/**
 * Passes the caller whom a thread works for on to other services. The entry is {@link
 * dev.cloakroom.relay.RelayedTokens}.
 */
@NullMarked
package dev.cloakroom.relay;

import org.jspecify.annotations.NullMarked;
