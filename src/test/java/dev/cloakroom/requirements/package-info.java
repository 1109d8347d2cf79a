/**
 * Which requirement has a test that proves it. Entry type: {@link
 * dev.cloakroom.requirements.RequirementCoverage}, one file that runs by itself. It knows the list
 * in {@code src/docs/requirements.md} and the sources of the tests, nothing of the JAR.
 */
@NullMarked
package dev.cloakroom.requirements;

import org.jspecify.annotations.NullMarked;
