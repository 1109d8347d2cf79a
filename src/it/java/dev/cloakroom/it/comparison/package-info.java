/**
 * What the mechanisms that the servers bring with them do for an application that uses nothing
 * else, as the README compares them; and the same application of two pages with Cloakroom.
 */
@NullMarked
package dev.cloakroom.it.comparison;

import org.jspecify.annotations.NullMarked;
