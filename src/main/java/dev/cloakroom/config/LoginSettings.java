package dev.cloakroom.config;

/**
 * What a login answers and where it leads, and what ends it.
 *
 * @param defaultTarget where a form login leads when it does not say, a path within this server
 * @param endsOnInvalidate whether the application ends a login when it invalidates the container's
 *     session
 * @param work how many credentials are checked at once
 * @param throttle who has to wait before the next attempt
 */
public record LoginSettings(
    LoginTokens tokens,
    LoginPageSettings page,
    String defaultTarget,
    LdapSafe ldapSafe,
    boolean endsOnInvalidate,
    LoginWorkSettings work,
    ThrottleSettings throttle) {

  static final String REMEDY = "Write a path of this server; a scheme or host is refused.";

  static LoginSettings read(SettingValues values) {
    return new LoginSettings(
        values.choice(Setting.LOGIN_TOKENS, LoginTokens.class),
        LoginPageSettings.read(values),
        values.text(Setting.LOGIN_DEFAULT_TARGET, TextRules::isTarget, REMEDY),
        values.choice(Setting.LOGIN_LDAP_SAFE, LdapSafe.class),
        values.flag(Setting.LOGOUT_ON_INVALIDATE),
        LoginWorkSettings.read(values),
        ThrottleSettings.read(values));
  }
}
