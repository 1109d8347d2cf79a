/**
 * Keys that all nodes of an application share through its store, and replace in time: {@link
 * dev.cloakroom.keyring.KeySchedule} says when, {@link dev.cloakroom.keyring.RotatingKeys} has the
 * nodes agree on it.
 */
@NullMarked
package dev.cloakroom.keyring;

import org.jspecify.annotations.NullMarked;
