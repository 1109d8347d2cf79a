package dev.cloakroom.store;

/**
 * One of the keys under which an attempt is counted.
 *
 * @param key names the counter; at most 64 characters of ASCII without spaces, and nothing that
 *     must not be read
 * @param rule says when the next attempt waits
 */
public record AttemptLimit(String key, AttemptRule rule) {}
