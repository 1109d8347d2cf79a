/**
 * The server's own MicroProfile JWT in front of the demo's resources. Entry type: {@link
 * dev.cloakroom.endtoend.mpjwt.MpJwtApplication}. It knows nothing of Cloakroom.
 */
@NullMarked
package dev.cloakroom.endtoend.mpjwt;

import org.jspecify.annotations.NullMarked;
