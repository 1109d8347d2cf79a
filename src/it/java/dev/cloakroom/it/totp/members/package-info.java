/** What an application adds that keeps factors in its own table. */
@NullMarked
package dev.cloakroom.it.totp.members;

import org.jspecify.annotations.NullMarked;
