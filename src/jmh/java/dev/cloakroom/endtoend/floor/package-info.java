/**
 * The floor: the demo's resources behind a mechanism that looks at nothing. Entry type: {@link
 * dev.cloakroom.endtoend.floor.FloorMechanism}. It knows nothing of Cloakroom.
 */
@NullMarked
package dev.cloakroom.endtoend.floor;

import org.jspecify.annotations.NullMarked;
