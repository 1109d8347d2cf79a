/** What the fast tests share: a clock they move by hand. */
@NullMarked
package dev.cloakroom.testing;

import org.jspecify.annotations.NullMarked;
