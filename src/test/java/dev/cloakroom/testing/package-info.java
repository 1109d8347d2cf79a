/** What the fast tests share: a clock they move by hand, and fakes of what a server provides. */
@NullMarked
package dev.cloakroom.testing;

import org.jspecify.annotations.NullMarked;
