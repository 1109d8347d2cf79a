/** The test kit in applications under test, and what is not there without it. */
@NullMarked
package dev.cloakroom.it.testkit;

import org.jspecify.annotations.NullMarked;
