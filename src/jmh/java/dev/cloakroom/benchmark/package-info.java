/**
 * What benchmarks share: servers, rounds, results. Entry type: {@link
 * dev.cloakroom.benchmark.Results}. It knows nothing of Cloakroom.
 */
@NullMarked
package dev.cloakroom.benchmark;

import org.jspecify.annotations.NullMarked;
