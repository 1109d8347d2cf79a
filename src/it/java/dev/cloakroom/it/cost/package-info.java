/**
 * What a request costs the server with Cloakroom in the application, beside what else there is, by
 * the CPU time of the server's process. Not tests: {@code ./mvnw -Pbench} runs them.
 */
@NullMarked
package dev.cloakroom.it.cost;

import org.jspecify.annotations.NullMarked;
