package dev.cloakroom.config;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The session cookie, and the others that get its attributes. Names with a prefix follow <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.3">RFC
 * 6265bis §4.1.3</a>.
 *
 * @param name without prefix
 * @param prefix of a cookie without a domain and with the path {@code /}
 * @param domain null for a cookie of this host alone
 * @param path {@code /}, or a path without a slash at its end
 * @param formerPaths paths that the cookie was set with before
 * @param guard the names of the other cookies
 */
public record CookieSettings(
    String name,
    NamePrefix prefix,
    SecureCookie secure,
    SameSitePolicy sameSite,
    Partitioning partitioning,
    @Nullable String domain,
    String path,
    Set<String> formerPaths,
    Set<String> guard) {

  private static final String HOST = "__Host-";
  private static final String SECURE = "__Secure-";
  private static final String HOST_HTTP = "__Host-Http-";
  private static final String[] PREFIXES = {HOST_HTTP, HOST, SECURE, "__Http-"};

  public CookieSettings {
    formerPaths = Set.copyOf(formerPaths);
    guard = Set.copyOf(guard);
  }

  /** The name that a Secure cookie has: with the strongest prefix that domain and path allow. */
  public String secureName() {
    return securePrefix() + name;
  }

  /** The name that a Secure cookie of this host alone and of all its paths has, beside that one. */
  public String hostName() {
    return HOST + name;
  }

  /** Whether browsers let no other cookie have the {@link #secureName()} than this one. */
  public boolean isOfOneScope() {
    return domain == null && path.equals("/");
  }

  /** The {@link #secureName()} of before {@code cloakroom.cookie.prefix=http}; null without. */
  public @Nullable String formerName() {
    return prefix == NamePrefix.HTTP ? HOST + name : null;
  }

  /** The name that a cookie over plain HTTP has; only {@link SecureCookie#AUTO} sends one. */
  public String plainName() {
    return name;
  }

  static CookieSettings read(SettingValues values) {
    String path = values.text(Setting.COOKIE_PATH, TextRules::isPath, "");
    CookieSettings settings =
        new CookieSettings(
            values.text(Setting.COOKIE_NAME, TextRules::isToken, "Write a name such as sid."),
            values.choice(Setting.COOKIE_PREFIX, NamePrefix.class),
            values.choice(Setting.COOKIE_SECURE, SecureCookie.class),
            values.choice(Setting.COOKIE_SAME_SITE, SameSitePolicy.class),
            values.choice(Setting.COOKIE_PARTITIONED, Partitioning.class),
            values.textOrNull(
                Setting.COOKIE_DOMAIN, TextRules::isHost, "Write it without scheme, dot and port."),
            TextRules.withoutTrailingSlash(path),
            values.set(Setting.COOKIE_FORMER_PATHS, TextRules::isPath, ""),
            values.set(Setting.COOKIE_GUARD, TextRules::isToken, ""));
    return settings.withoutPrefix(values.problems());
  }

  /** A prefix that is written out is accepted when it is the one that the cookie gets anyway. */
  private CookieSettings withoutPrefix(SettingProblems problems) {
    String given = Stream.of(PREFIXES).filter(this::hasPrefix).findFirst().orElse("");
    if (!given.isEmpty() && !given.equals(securePrefix())) {
      problems.contradict(
          "Write the name without prefix, or take Domain and Path away: "
              + "__Host- and __Host-Http- mean no Domain and Path=/, and what is so gets the one"
              + " that cloakroom.cookie.prefix says.",
          Setting.COOKIE_NAME,
          Setting.COOKIE_PREFIX,
          Setting.COOKIE_DOMAIN,
          Setting.COOKIE_PATH);
    }
    String bare = name.substring(given.length());
    CookieSettings settings =
        new CookieSettings(
            bare, prefix, secure, sameSite, partitioning, domain, path, formerPaths, guard);
    if (bare.isEmpty() || Stream.of(PREFIXES).anyMatch(settings::hasPrefix)) {
      problems.reject(Setting.COOKIE_NAME, "Write a name such as sid.");
    }
    return settings;
  }

  private String securePrefix() {
    String ofHost = prefix == NamePrefix.HTTP ? HOST_HTTP : HOST;
    return isOfOneScope() ? ofHost : SECURE;
  }

  private boolean hasPrefix(String prefix) {
    return name.regionMatches(true, 0, prefix, 0, prefix.length());
  }
}
