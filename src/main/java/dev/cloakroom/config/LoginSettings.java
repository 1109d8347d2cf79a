package dev.cloakroom.config;

/**
 * What a login answers and where it leads, and what ends it.
 *
 * @param defaultTarget where a form login leads when it does not say, a path within this server
 * @param endsOnInvalidate whether the application ends a login when it invalidates the container's
 *     session
 */
public record LoginSettings(
    LoginTokens tokens, LoginPageSettings page, String defaultTarget, boolean endsOnInvalidate) {

  static final String REMEDY = "Write a path of this server; a scheme or host is refused.";

  static LoginSettings read(SettingValues values) {
    return new LoginSettings(
        values.choice(Setting.LOGIN_TOKENS, LoginTokens.class),
        LoginPageSettings.read(values),
        values.text(Setting.LOGIN_DEFAULT_TARGET, TextRules::isTarget, REMEDY),
        values.flag(Setting.LOGOUT_ON_INVALIDATE));
  }
}
