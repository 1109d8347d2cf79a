/**
 * What a real browser does, across real origins: pages of other sites, of a subdomain and of the
 * application itself, over HTTPS with a certificate that the browser trusts. Run by {@code ./mvnw
 * verify -Pbrowser}. Entry type: {@link dev.cloakroom.it.browser.InBrowser}.
 */
@NullMarked
package dev.cloakroom.it.browser;

import org.jspecify.annotations.NullMarked;
