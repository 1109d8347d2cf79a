/**
 * Every rule that is written in an application holds, or the application is not served: {@link
 * dev.cloakroom.guarantee.Guarantee} says which rules nobody is known to enforce. It enforces none
 * itself, and knows neither servlets nor Jakarta REST.
 */
@NullMarked
package dev.cloakroom.guarantee;

import org.jspecify.annotations.NullMarked;
