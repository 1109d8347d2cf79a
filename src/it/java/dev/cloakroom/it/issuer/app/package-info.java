/** What an application does with callers of other issuers. */
@NullMarked
package dev.cloakroom.it.issuer.app;

import org.jspecify.annotations.NullMarked;
