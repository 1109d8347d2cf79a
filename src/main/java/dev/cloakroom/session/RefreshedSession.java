package dev.cloakroom.session;

/**
 * A login session whose refresh token was accepted.
 *
 * @param session the session
 * @param refreshToken the token now in force; a secret for the client alone
 */
public record RefreshedSession(StoredLoginSession session, String refreshToken)
    implements RefreshOutcome {
  @Override
  public String toString() {
    return "RefreshedSession[" + session.id() + "]";
  }
}
