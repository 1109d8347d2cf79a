/** Servlets and resources at the paths of Cloakroom's endpoints. */
@NullMarked
package dev.cloakroom.it.starts.hiding;

import org.jspecify.annotations.NullMarked;
