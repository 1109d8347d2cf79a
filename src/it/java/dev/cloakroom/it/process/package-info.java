/**
 * Servers that a test starts, configures and stops itself, with several WARs that come and go and a
 * log that can be read: what the one deployment that Arquillian runs cannot show. Entry type:
 * {@link dev.cloakroom.it.process.ServerProcess}. One of them can stand for many runs of the tests:
 * {@link dev.cloakroom.it.process.StandingServer}.
 */
@NullMarked
package dev.cloakroom.it.process;

import org.jspecify.annotations.NullMarked;
