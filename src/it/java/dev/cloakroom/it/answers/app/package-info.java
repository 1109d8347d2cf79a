/** An application that does to its answers what applications do. */
@NullMarked
package dev.cloakroom.it.answers.app;

import org.jspecify.annotations.NullMarked;
