/** What proves a caller beside a password, or in its place. */
@NullMarked
package dev.cloakroom.factor;

import org.jspecify.annotations.NullMarked;
