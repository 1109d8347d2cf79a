/** An application of which several parts use Cloakroom while it starts. */
@NullMarked
package dev.cloakroom.it.starts.early;

import org.jspecify.annotations.NullMarked;
