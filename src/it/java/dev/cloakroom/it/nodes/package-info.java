/**
 * Two servers that know nothing of each other but a Redis: what one of them does to a login session
 * counts on the other.
 */
@NullMarked
package dev.cloakroom.it.nodes;

import org.jspecify.annotations.NullMarked;
