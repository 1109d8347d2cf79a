/** The application that is compared, without anything that logs in. */
@NullMarked
package dev.cloakroom.it.comparison.app;

import org.jspecify.annotations.NullMarked;
