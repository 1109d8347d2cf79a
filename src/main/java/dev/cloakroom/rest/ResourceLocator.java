package dev.cloakroom.rest;

import dev.cloakroom.access.AccessRule;

/**
 * A locator of a root resource, which runs before any filter of what it leads to.
 *
 * @param path where it answers
 * @param rule who may go on through it
 */
record ResourceLocator(ResourcePath path, AccessRule rule) {}
