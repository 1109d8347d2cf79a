/**
 * The endpoints on the wire, one servlet each, and the filters around the application. They are
 * registered at the paths that the settings name.
 *
 * <p>They hold no state of a login of their own and never decide who is calling: the mechanism has
 * done so before they run.
 */
@NullMarked
package dev.cloakroom.web;

import org.jspecify.annotations.NullMarked;
