/** An application whose callers have authenticator apps. */
@NullMarked
package dev.cloakroom.it.totp.app;

import org.jspecify.annotations.NullMarked;
