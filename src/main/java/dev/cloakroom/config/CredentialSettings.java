package dev.cloakroom.config;

/**
 * The kinds of credential that clients get.
 *
 * @param session what a session cookie carries
 * @param bearer what access tokens are
 */
public record CredentialSettings(TicketKind session, BearerKind bearer) {

  static CredentialSettings read(SettingValues values) {
    return new CredentialSettings(
        values.choice(Setting.SESSION_CREDENTIAL, TicketKind.class),
        values.choice(Setting.BEARER_CREDENTIAL, BearerKind.class));
  }
}
