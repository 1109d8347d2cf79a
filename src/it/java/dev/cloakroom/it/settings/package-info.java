/**
 * Black-box tests of settings: several WARs on one server that differ in what they set, and the log
 * of that server. Entry type: {@link dev.cloakroom.it.settings.SettingsWars}.
 */
@NullMarked
package dev.cloakroom.it.settings;

import org.jspecify.annotations.NullMarked;
