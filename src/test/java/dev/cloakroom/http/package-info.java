/** Fast tests of the header, cookie and body grammar. */
@NullMarked
package dev.cloakroom.http;

import org.jspecify.annotations.NullMarked;
