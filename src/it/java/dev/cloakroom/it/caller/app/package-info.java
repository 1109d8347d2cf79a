/** An application that does the same in each place where its code can run. */
@NullMarked
package dev.cloakroom.it.caller.app;

import org.jspecify.annotations.NullMarked;
