package dev.cloakroom.throttle;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that is about to be made.
 *
 * @param callerName whose secret is tried, as the client wrote it; empty if it says no name
 * @param address the network address of the client
 * @param device names the client's device, if that has shown that this caller logged in on it; null
 *     for a stranger's
 */
public record Attempt(String callerName, String address, @Nullable String device) {}
