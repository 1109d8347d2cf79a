/** Whom code works for outside of its request: on threads of the server and on others. */
@NullMarked
package dev.cloakroom.it.caller;

import org.jspecify.annotations.NullMarked;
