/** Codes of authenticator apps and recovery codes, on a server. */
@NullMarked
package dev.cloakroom.it.totp;

import org.jspecify.annotations.NullMarked;
