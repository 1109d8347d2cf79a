/** Tests of the Redis store against a real Redis. */
@NullMarked
package dev.cloakroom.store.redis;

import org.jspecify.annotations.NullMarked;
