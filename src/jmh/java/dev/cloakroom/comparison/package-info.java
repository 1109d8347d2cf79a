/**
 * Programs that put stores of login sessions side by side, Spring Session among them. Entry types:
 * {@link dev.cloakroom.comparison.StoreComparison} and {@link
 * dev.cloakroom.comparison.SessionSizes}.
 */
@NullMarked
package dev.cloakroom.comparison;

import org.jspecify.annotations.NullMarked;
