package dev.cloakroom.servlet;

import dev.cloakroom.config.CookieSettings;
import dev.cloakroom.config.SecureCookie;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that cookies of ours have or had. The ones without prefix are ours where a cookie may
 * be without {@code Secure}.
 */
record OwnNames(CookieSettings settings) {

  /** What is behind the name of the session cookie, which itself has nothing there. */
  private static final Set<String> SUFFIXES = Set.of("", DeviceCookie.SUFFIX, FactorCookie.SUFFIX);

  boolean include(String name) {
    return Stream.of(settings.secureName(), settings.formerName(), plain())
            .anyMatch(ours -> ours != null && isOf(name, ours))
        || Stream.of(settings.hostName(), plain())
            .anyMatch(ours -> ours != null && isBeside(name, ours));
  }

  /** Those of this host alone. */
  private static boolean isBeside(String name, String ours) {
    return name.equals(ours + VisitorCookie.SUFFIX) || name.equals(ours + BrowserCookie.SUFFIX);
  }

  private @Nullable String plain() {
    return settings.secure() == SecureCookie.AUTO ? settings.plainName() : null;
  }

  private static boolean isOf(String name, String ours) {
    return name.startsWith(ours) && SUFFIXES.contains(name.substring(ours.length()));
  }
}
