/**
 * Starts the demo WAR on Payara Micro, on the loopback address. Entry type: {@link
 * dev.cloakroom.demo.launch.DemoServer}. Not part of the WAR, of which it knows one public path and
 * a login. JDK only, but for the servers of stores that the tests start, too.
 */
@NullMarked
package dev.cloakroom.demo.launch;

import org.jspecify.annotations.NullMarked;
