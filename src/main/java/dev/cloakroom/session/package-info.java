/**
 * The life of a login session: it is opened, resolved from what a client shows, touched, rotated,
 * refreshed and ended. {@link dev.cloakroom.session.SessionResolver} stands on the path of every
 * request; the others are called when something changes.
 *
 * <p>It knows nothing of HTTP, of signed tokens or of how a caller proved who they are, and it runs
 * without a server.
 */
@NullMarked
package dev.cloakroom.session;

import org.jspecify.annotations.NullMarked;
