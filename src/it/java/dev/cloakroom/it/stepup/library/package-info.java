/** What a WAR has in a library of its own. */
@NullMarked
package dev.cloakroom.it.stepup.library;

import org.jspecify.annotations.NullMarked;
