/** An application with something to lose: an account, and a journal of what was done with it. */
@NullMarked
package dev.cloakroom.it.browser.app;

import org.jspecify.annotations.NullMarked;
