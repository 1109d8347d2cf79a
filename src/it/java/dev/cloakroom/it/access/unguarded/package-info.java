/** Rules in places where nobody enforces one. */
@NullMarked
package dev.cloakroom.it.access.unguarded;

import org.jspecify.annotations.NullMarked;
