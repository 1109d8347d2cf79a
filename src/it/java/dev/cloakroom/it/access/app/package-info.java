/** An application with rules in every place where one holds. */
@NullMarked
package dev.cloakroom.it.access.app;

import org.jspecify.annotations.NullMarked;
