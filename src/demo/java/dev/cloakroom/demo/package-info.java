/**
 * The demo application: Jakarta REST resources and a page, with nothing of security but
 * annotations.
 */
@NullMarked
package dev.cloakroom.demo;

import org.jspecify.annotations.NullMarked;
