/**
 * The demo application: Jakarta REST resources with annotations and one identity store, as any
 * application would write them. Entry type: {@link dev.cloakroom.demo.DemoApplication}. It knows
 * nothing of cookies, tokens or endpoints: those come with the JAR in the WAR.
 */
@NullMarked
package dev.cloakroom.demo;

import org.jspecify.annotations.NullMarked;
