/** An application whose filter reads the body of each request. */
@NullMarked
package dev.cloakroom.it.guest.reading;

import org.jspecify.annotations.NullMarked;
