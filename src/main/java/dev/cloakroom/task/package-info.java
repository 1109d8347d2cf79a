/**
 * Whom a thread works for beyond its request: what runs on managed threads goes on for the caller
 * who handed it over, and nobody else's code is somebody's. The entry is {@link
 * dev.cloakroom.task.CurrentLogin}. The only package that uses Jakarta Concurrency.
 */
@NullMarked
package dev.cloakroom.task;

import org.jspecify.annotations.NullMarked;
