/**
 * The half of the test kit that is in the application under test: a door by which tests log anybody
 * in, move the clock and empty the store. {@link dev.cloakroom.testkit.door.DoorInitializer} is its
 * entry; it knows nothing of the half that tests are written with.
 */
@NullMarked
package dev.cloakroom.testkit.door;

import org.jspecify.annotations.NullMarked;
