/** Other ways to log callers in, which an application must not have besides Cloakroom. */
@NullMarked
package dev.cloakroom.it.probe.other;

import org.jspecify.annotations.NullMarked;
