/** Tests of what every store outside of this process shares. */
@NullMarked
package dev.cloakroom.store.shared;

import org.jspecify.annotations.NullMarked;
