/**
 * Login sessions in Redis or Valkey, shared by all nodes: {@link
 * dev.cloakroom.store.redis.RedisSessionStore}. The driver, Jedis, is an optional dependency and is
 * known to this package only.
 *
 * <p>Each change is one script, so it happens as a whole or not at all; the scripts are files
 * beside these classes. All keys of an application are in one slot of a cluster, so that they can.
 */
@NullMarked
package dev.cloakroom.store.redis;

import org.jspecify.annotations.NullMarked;
