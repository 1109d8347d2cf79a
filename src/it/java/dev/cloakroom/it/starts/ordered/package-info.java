/** An application with an open page and a guarded resource. */
@NullMarked
package dev.cloakroom.it.starts.ordered;

import org.jspecify.annotations.NullMarked;
