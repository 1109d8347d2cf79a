/** What a token of another issuer costs, here and with what else verifies such tokens in Java. */
@NullMarked
package dev.cloakroom.tokencomparison;

import org.jspecify.annotations.NullMarked;
