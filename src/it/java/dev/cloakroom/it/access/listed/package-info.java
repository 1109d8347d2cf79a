/** Applications that list their resources themselves. */
@NullMarked
package dev.cloakroom.it.access.listed;

import org.jspecify.annotations.NullMarked;
