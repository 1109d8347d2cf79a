package dev.cloakroom.rest;

/**
 * A locator that not everybody may pass.
 *
 * @param path where it answers
 * @param filter lets through who may go on through it
 */
record ResourceLocator(ResourcePath path, AccessFilter filter) {}
