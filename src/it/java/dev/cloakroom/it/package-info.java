/**
 * Black-box tests: HTTP against the built JAR in a WAR in a real server. Entry type: {@link
 * dev.cloakroom.it.OnServer}. They know the wire and nothing of the classes behind it.
 */
@NullMarked
package dev.cloakroom.it;

import org.jspecify.annotations.NullMarked;
