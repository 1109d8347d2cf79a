/** What applications bring of their own, where pages of other origins are concerned. */
@NullMarked
package dev.cloakroom.it.crossorigin.app;

import org.jspecify.annotations.NullMarked;
