/** What an application itself sees of a request that a proxy has sent on. */
@NullMarked
package dev.cloakroom.it.proxied.app;

import org.jspecify.annotations.NullMarked;
