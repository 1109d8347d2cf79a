/** An application as small as can be, to see whether it is gone once it is undeployed. */
@NullMarked
package dev.cloakroom.it.probe.redeploy;

import org.jspecify.annotations.NullMarked;
