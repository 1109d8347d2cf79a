package dev.cloakroom.config;

import java.time.Duration;
import java.util.Set;

/**
 * What pages of some other origins may do (<a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>).
 *
 * @param path what of the application they are for: a path, with {@code /*} at its end all below it
 * @param allowedOrigins serialised origins such as {@code https://app.example.org}, as given, or
 *     {@link #ANY} alone
 * @param allowedHeaders names of headers that they may send, or {@link #ANY}
 * @param exposedHeaders names of headers that they may read, or {@link #ANY}
 * @param allowsCredentials whether they may act and read for who is logged in by cookie
 * @param maxAge for so long browsers need not ask again what these pages may do
 */
public record CorsRule(
    String path,
    Set<String> allowedOrigins,
    Set<String> allowedHeaders,
    Set<String> exposedHeaders,
    boolean allowsCredentials,
    Duration maxAge) {

  /** All origins, or all headers; not where credentials are allowed. */
  public static final String ANY = "*";

  private static final String EVERYBODY =
      "Any page could act for whoever is logged in, so browsers refuse it: name the origins";

  private static final String A_NAME =
      "With credentials browsers take it for the name of a header: name the headers";

  /** The path of a rule that is for all of the application. */
  public static final String EVERYWHERE = "/*";

  public CorsRule {
    allowedOrigins = Set.copyOf(allowedOrigins);
    allowedHeaders = Set.copyOf(allowedHeaders);
    exposedHeaders = Set.copyOf(exposedHeaders);
  }

  /** Whether it is for the pages of all origins. */
  public boolean admitsAnyOrigin() {
    return allowedOrigins.contains(ANY);
  }

  static CorsRule read(SettingValues values) {
    CorsRule rule =
        new CorsRule(
            values.text(
                Setting.CORS_PATH,
                text -> text.equals(EVERYWHERE) || TextRules.isPathOrBelow(text),
                ""),
            values.set(
                Setting.CORS_ALLOWED_ORIGINS,
                text -> text.equals(ANY) || TextRules.isPageOrigin(text),
                "Write scheme, host and port, without path and wildcard."),
            values.set(Setting.CORS_ALLOWED_HEADERS, TextRules::isToken, ""),
            values.set(Setting.CORS_EXPOSED_HEADERS, TextRules::isToken, ""),
            values.flag(Setting.CORS_ALLOW_CREDENTIALS),
            values.duration(Setting.CORS_MAX_AGE, Duration.ZERO, Duration.ofDays(1)));
    rule.check(values.problems());
    return rule;
  }

  /** With credentials browsers take {@code *} for nobody, and for the name of a header. */
  private void check(SettingProblems problems) {
    if (admitsAnyOrigin() && allowedOrigins.size() > 1) {
      problems.reject(Setting.CORS_ALLOWED_ORIGINS, "Write * alone, or the origins alone.");
    }
    if (allowsCredentials) {
      Any of = new Any(problems);
      of.in(allowedOrigins, Setting.CORS_ALLOWED_ORIGINS, EVERYBODY);
      of.in(allowedHeaders, Setting.CORS_ALLOWED_HEADERS, A_NAME);
      of.in(exposedHeaders, Setting.CORS_EXPOSED_HEADERS, A_NAME);
    }
  }

  /** Finds what stands for all of a kind where it must not. */
  private record Any(SettingProblems problems) {

    void in(Set<String> values, Setting setting, String why) {
      if (values.contains(ANY)) {
        problems.contradict(
            why + ", or write cloakroom.cors.allow-credentials=false.",
            setting,
            Setting.CORS_ALLOW_CREDENTIALS);
      }
    }
  }
}
