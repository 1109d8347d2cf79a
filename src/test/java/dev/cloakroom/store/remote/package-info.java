/** Tests of what every store outside of this process needs. */
@NullMarked
package dev.cloakroom.store.remote;

import org.jspecify.annotations.NullMarked;
