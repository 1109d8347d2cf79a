/** Tests of the password room, with the vectors that others have published. */
@NullMarked
package dev.cloakroom.password;

import org.jspecify.annotations.NullMarked;
