/**
 * Login sessions in the memory of one server: {@link
 * dev.cloakroom.store.memory.MemorySessionStore}. They are gone when the server stops.
 */
@NullMarked
package dev.cloakroom.store.memory;

import org.jspecify.annotations.NullMarked;
