/**
 * The public API: what an application injects (what it observes is in {@code dev.cloakroom.event}).
 * It knows nothing of servlets, stores or tokens; every other package may use it.
 */
@NullMarked
package dev.cloakroom;

import org.jspecify.annotations.NullMarked;
