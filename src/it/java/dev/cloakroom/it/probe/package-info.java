/**
 * Black-box tests of what shows only inside an application of another's: the probe in {@code
 * probe.app}, deployed as a WAR of its own. Entry type: {@link
 * dev.cloakroom.it.probe.ProbeDeployment}.
 */
@NullMarked
package dev.cloakroom.it.probe;

import org.jspecify.annotations.NullMarked;
