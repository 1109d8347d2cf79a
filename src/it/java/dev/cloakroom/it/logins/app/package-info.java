/** An application that logs its callers in and out by the APIs of Jakarta EE. */
@NullMarked
package dev.cloakroom.it.logins.app;

import org.jspecify.annotations.NullMarked;
