/**
 * Who has to wait before the next attempt at a secret, so that guessing leads nowhere: {@link
 * dev.cloakroom.throttle.Throttle}. It says under which keys an attempt counts and by which rules;
 * counting is the store's.
 *
 * <p>It is given names and addresses, and asks no request.
 */
@NullMarked
package dev.cloakroom.throttle;

import org.jspecify.annotations.NullMarked;
