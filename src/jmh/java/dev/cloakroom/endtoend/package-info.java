/**
 * The end-to-end benchmark: requests per second of a real server by cookie, by bearer token and
 * anonymous, next to what the server can do at most and to its own MicroProfile JWT. Entry type:
 * {@link dev.cloakroom.endtoend.EndToEndBenchmark}. It sees Cloakroom only from outside, over HTTP.
 */
@NullMarked
package dev.cloakroom.endtoend;

import org.jspecify.annotations.NullMarked;
