/**
 * What others take for one name: {@link dev.cloakroom.naming.FoldedName}.
 *
 * <p>It knows nothing but texts.
 */
@NullMarked
package dev.cloakroom.naming;

import org.jspecify.annotations.NullMarked;
