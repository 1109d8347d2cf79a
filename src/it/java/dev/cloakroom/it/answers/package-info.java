/** What an application does to its answers, and what leaves all the same. */
@NullMarked
package dev.cloakroom.it.answers;

import org.jspecify.annotations.NullMarked;
