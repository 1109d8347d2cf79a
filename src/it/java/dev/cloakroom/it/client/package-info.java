/** The client half against real servers, which are given the built JAR. */
@NullMarked
package dev.cloakroom.it.client;

import org.jspecify.annotations.NullMarked;
