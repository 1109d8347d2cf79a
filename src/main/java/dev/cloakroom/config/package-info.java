/**
 * Every setting: its key, default, allowed values and meaning, and the immutable records that hold
 * what was read. All values are checked together at deployment, and a deployment with a wrong or
 * insecure one does not start.
 *
 * <p>Entry types: {@link dev.cloakroom.config.SettingsReader} reads a {@link
 * dev.cloakroom.config.SettingsSource} into {@link dev.cloakroom.config.Settings}; {@link
 * dev.cloakroom.config.Setting} lists what there is.
 *
 * <p>It uses the JDK only. It must not know servlets, CDI, MicroProfile Config, or what the
 * settings are used for.
 */
@NullMarked
package dev.cloakroom.config;

import org.jspecify.annotations.NullMarked;
