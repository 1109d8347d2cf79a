/** An application that calls what its server has, and tells what came of it. */
@NullMarked
package dev.cloakroom.it.guest.app;

import org.jspecify.annotations.NullMarked;
