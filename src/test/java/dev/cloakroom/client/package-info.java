/** Tests of the client half, most of them against a server that plays what servers do. */
@NullMarked
package dev.cloakroom.client;

import org.jspecify.annotations.NullMarked;
