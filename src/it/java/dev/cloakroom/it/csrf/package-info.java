/** CSRF tokens: who is asked for one, how it is sent, and that nothing is done without it. */
@NullMarked
package dev.cloakroom.it.csrf;

import org.jspecify.annotations.NullMarked;
