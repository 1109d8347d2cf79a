/**
 * The composition root: reads the settings and keys when the application is deployed, builds every
 * part once, registers endpoints and filters, and makes {@code LoginSession}, {@code LoginSessions}
 * and {@code JsonWebToken} injectable. It may use every package; none uses it.
 */
@NullMarked
package dev.cloakroom.cdi;

import org.jspecify.annotations.NullMarked;
