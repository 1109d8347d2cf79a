/** An application some of whose callers have a second factor. */
@NullMarked
package dev.cloakroom.it.factor.app;

import org.jspecify.annotations.NullMarked;
