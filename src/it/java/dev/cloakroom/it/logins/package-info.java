/**
 * Logins that the application begins and ends itself, and what it finds of its caller afterwards.
 */
@NullMarked
package dev.cloakroom.it.logins;

import org.jspecify.annotations.NullMarked;
