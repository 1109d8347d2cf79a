/** The login form that the container brings. */
@NullMarked
package dev.cloakroom.it.cost.form;

import org.jspecify.annotations.NullMarked;
