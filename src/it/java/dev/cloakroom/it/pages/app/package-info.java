/** An application of pages. */
@NullMarked
package dev.cloakroom.it.pages.app;

import org.jspecify.annotations.NullMarked;
