/** Behind a proxy: what it says of its clients counts if it is trusted, and else nothing does. */
@NullMarked
package dev.cloakroom.it.proxied;

import org.jspecify.annotations.NullMarked;
