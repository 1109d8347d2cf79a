/** What pages of other origins may do: CORS, as requests are really sent and answered. */
@NullMarked
package dev.cloakroom.it.crossorigin;

import org.jspecify.annotations.NullMarked;
