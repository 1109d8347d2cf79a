/**
 * An application that is the same with Cloakroom as without: what it does to requests and answers,
 * and what its filters do before our endpoints.
 */
@NullMarked
package dev.cloakroom.it.guest;

import org.jspecify.annotations.NullMarked;
