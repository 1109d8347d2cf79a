/**
 * The test kit: a caller in one line, with or without a server. {@link
 * dev.cloakroom.testkit.LoggedInAs} is where to begin. Tests are written with what is here; {@code
 * dev.cloakroom.testkit.door} is the half that goes into the application under test. It knows the
 * JAR, which knows nothing of it.
 */
@NullMarked
package dev.cloakroom.testkit;

import org.jspecify.annotations.NullMarked;
