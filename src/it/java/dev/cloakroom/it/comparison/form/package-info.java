/** What has callers log in by the server's FORM. */
@NullMarked
package dev.cloakroom.it.comparison.form;

import org.jspecify.annotations.NullMarked;
