/** What has callers show tokens to the server's MicroProfile JWT. */
@NullMarked
package dev.cloakroom.it.comparison.token;

import org.jspecify.annotations.NullMarked;
