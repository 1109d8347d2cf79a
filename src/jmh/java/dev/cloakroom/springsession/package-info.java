/**
 * Spring Session on Redis, to compare with. Entry type: {@link
 * dev.cloakroom.springsession.SpringSessionBenchmark}. Nothing else uses Spring; it knows nothing
 * of Cloakroom.
 */
@NullMarked
package dev.cloakroom.springsession;

import org.jspecify.annotations.NullMarked;
