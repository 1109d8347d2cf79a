/**
 * What happens to logins, as an application observes it: each {@link
 * dev.cloakroom.event.SecurityEvent} is a CDI event, and what the events name is beside them. It
 * knows nothing else of Cloakroom.
 */
@NullMarked
package dev.cloakroom.event;

import org.jspecify.annotations.NullMarked;
