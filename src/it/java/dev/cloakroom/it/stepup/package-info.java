/** A level or a fresh proof that is asked for, on each kind of component. */
@NullMarked
package dev.cloakroom.it.stepup;

import org.jspecify.annotations.NullMarked;
