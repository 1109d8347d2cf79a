/** What applications have that differ in their settings. */
@NullMarked
package dev.cloakroom.it.settings.app;

import org.jspecify.annotations.NullMarked;
