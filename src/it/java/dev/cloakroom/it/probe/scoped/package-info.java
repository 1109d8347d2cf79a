/** Beans that live as long as the login, and pages that use them. */
@NullMarked
package dev.cloakroom.it.probe.scoped;

import org.jspecify.annotations.NullMarked;
