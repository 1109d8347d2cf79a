/** An application whose tests are written with the kit. */
@NullMarked
package dev.cloakroom.it.testkit.app;

import org.jspecify.annotations.NullMarked;
