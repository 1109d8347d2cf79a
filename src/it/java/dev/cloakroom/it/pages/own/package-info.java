/** What an application itself answers where a bean refuses a caller. */
@NullMarked
package dev.cloakroom.it.pages.own;

import org.jspecify.annotations.NullMarked;
