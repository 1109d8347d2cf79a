/**
 * An application that shows what only code inside a server can see: injected sessions, events,
 * every way a cookie can leave. Packed into a WAR by the tests; it uses the JAR's public API only.
 */
@NullMarked
package dev.cloakroom.it.probe.app;

import org.jspecify.annotations.NullMarked;
