package dev.cloakroom.session;

import dev.cloakroom.event.LoggedIn;
import org.jspecify.annotations.Nullable;

/**
 * A login session that has just begun, with the secrets for its client. They are readable here once
 * and nowhere else afterwards.
 *
 * @param session the session
 * @param ticket what the session cookie is to carry
 * @param refreshToken the first refresh token; null if no tokens were asked for
 * @param event what there is to tell of it, once the caller is known to the container, too
 */
public record OpenedSession(
    StoredLoginSession session, Ticket ticket, @Nullable String refreshToken, LoggedIn event)
    implements OpenOutcome {
  @Override
  public String toString() {
    return "OpenedSession[" + session.id() + "]";
  }
}
