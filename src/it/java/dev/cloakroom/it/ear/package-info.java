/** EARs with the JAR in their {@code lib} or in their WARs. */
@NullMarked
package dev.cloakroom.it.ear;

import org.jspecify.annotations.NullMarked;
