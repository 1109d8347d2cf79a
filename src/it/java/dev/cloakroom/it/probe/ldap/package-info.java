/**
 * An identity store of the probe's that asks a directory. Apart from the rest of it, because only
 * the WAR that is told where the directory is may hold it.
 */
@NullMarked
package dev.cloakroom.it.probe.ldap;

import org.jspecify.annotations.NullMarked;
