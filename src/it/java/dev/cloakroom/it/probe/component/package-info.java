/**
 * What an application is made of besides Jakarta REST: beans, Enterprise Beans, servlets that hand
 * their request on, a WebSocket. Part of the probe's own deployment only.
 */
@NullMarked
package dev.cloakroom.it.probe.component;

import org.jspecify.annotations.NullMarked;
