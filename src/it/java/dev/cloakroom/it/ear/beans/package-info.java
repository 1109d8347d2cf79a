/** Enterprise Beans in an archive of their own, and pages that call them. */
@NullMarked
package dev.cloakroom.it.ear.beans;

import org.jspecify.annotations.NullMarked;
