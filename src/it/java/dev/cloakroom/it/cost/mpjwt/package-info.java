/** MicroProfile JWT as the server brings it. */
@NullMarked
package dev.cloakroom.it.cost.mpjwt;

import org.jspecify.annotations.NullMarked;
