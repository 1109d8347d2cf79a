/**
 * What the architecture test holds the code against. Entry type: {@link
 * dev.cloakroom.architecture.PackageMap}. It knows no package of the JAR, only their names.
 */
@NullMarked
package dev.cloakroom.architecture;

import org.jspecify.annotations.NullMarked;
