/**
 * Objects as JSON, by what the application has for that: Jackson or JSON-B. The only package of the
 * client that knows these; without either it does nothing, and the client needs none.
 */
@NullMarked
package dev.cloakroom.client.objects;

import org.jspecify.annotations.NullMarked;
