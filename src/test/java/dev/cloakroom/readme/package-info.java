/** The README's examples, compiled: what stands there stands here, word for word. */
@NullMarked
package dev.cloakroom.readme;

import org.jspecify.annotations.NullMarked;
