/**
 * Two servers that know nothing of each other but a Redis or a database: what one of them does to a
 * login session counts on the other, and what was acknowledged outlives the failure of any of them.
 * Entry type: {@link dev.cloakroom.it.nodes.TwoServersOnBoth}.
 */
@NullMarked
package dev.cloakroom.it.nodes;

import org.jspecify.annotations.NullMarked;
