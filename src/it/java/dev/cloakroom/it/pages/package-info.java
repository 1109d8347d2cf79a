/**
 * Pages: how their visitors get to the login page and back, what scripts, htmx and Faces are
 * answered instead, and what an application needs that was written for other mechanisms.
 */
@NullMarked
package dev.cloakroom.it.pages;

import org.jspecify.annotations.NullMarked;
