/** Logins that need a second factor, by an application's own bean. */
@NullMarked
package dev.cloakroom.it.factor;

import org.jspecify.annotations.NullMarked;
