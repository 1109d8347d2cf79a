/** The servers' own database store with our hashes, over tables that others filled. */
@NullMarked
package dev.cloakroom.it.password;

import org.jspecify.annotations.NullMarked;
