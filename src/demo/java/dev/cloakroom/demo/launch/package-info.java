/**
 * Starts the demo WAR on Payara Micro, on the loopback address. Entry type: {@link
 * dev.cloakroom.demo.launch.DemoServer}. JDK only; not part of the WAR, and it knows nothing of
 * what is inside it except one public path.
 */
@NullMarked
package dev.cloakroom.demo.launch;

import org.jspecify.annotations.NullMarked;
