/** Fast tests of reading and checking the settings. */
@NullMarked
package dev.cloakroom.config;

import org.jspecify.annotations.NullMarked;
