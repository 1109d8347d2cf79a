package dev.cloakroom.config;

import org.jspecify.annotations.Nullable;

/**
 * What a login answers and where it leads, and what ends it.
 *
 * @param page the application's login page, a path within this server; null for none
 * @param defaultTarget where a form login leads when it does not say, a path within this server
 * @param endsOnInvalidate whether the application ends a login when it invalidates the container's
 *     session
 */
public record LoginSettings(
    LoginTokens tokens, @Nullable String page, String defaultTarget, boolean endsOnInvalidate) {

  private static final String REMEDY = "Write a path of this server; a scheme or host is refused.";

  static LoginSettings read(SettingValues values) {
    return new LoginSettings(
        values.choice(Setting.LOGIN_TOKENS, LoginTokens.class),
        values.textOrNull(Setting.LOGIN_PAGE, TextRules::isTarget, REMEDY),
        values.text(Setting.LOGIN_DEFAULT_TARGET, TextRules::isTarget, REMEDY),
        values.flag(Setting.LOGOUT_ON_INVALIDATE));
  }
}
