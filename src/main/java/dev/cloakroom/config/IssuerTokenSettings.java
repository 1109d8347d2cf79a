package dev.cloakroom.config;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of another issuer must be like.
 *
 * @param audience one of these they must be for ({@code aud}); {@link #ANYBODY} alone where it does
 *     not matter
 * @param algorithms names of what they may be signed by ({@code alg}), the preferred ones first
 * @param types what they may call themselves ({@code typ}) in small letters, without {@code
 *     application/}; {@link #NO_TYPE} for those that do not
 * @param clockSkew by how much the issuer's clock may differ
 * @param maxAge for so long a token is taken that lasts longer; null for as long as it lasts
 */
public record IssuerTokenSettings(
    Set<String> audience,
    Set<String> algorithms,
    Set<String> types,
    Duration clockSkew,
    @Nullable Duration maxAge) {

  /** Whoever the tokens are for. */
  public static final String ANYBODY = "*";

  /** Tokens that do not say what they are. */
  public static final String NO_TYPE = "none";

  static final Set<String> ALGORITHMS =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
          "Ed25519");

  private static final String APPLICATION = "application/";

  public IssuerTokenSettings {
    audience = Set.copyOf(audience);
    algorithms = Collections.unmodifiableSet(new LinkedHashSet<>(algorithms));
    types = Set.copyOf(types);
  }

  static IssuerTokenSettings read(SettingValues values) {
    IssuerTokenSettings tokens =
        new IssuerTokenSettings(
            values.set(
                IssuerSetting.AUDIENCE,
                text -> text.equals(ANYBODY) || TextRules.isStringOrUri(text),
                ""),
            values.set(
                IssuerSetting.ALGORITHMS,
                ALGORITHMS::contains,
                "Symmetric keys and none are for nobody: who can verify could forge."),
            types(values),
            values.duration(IssuerSetting.CLOCK_SKEW, Duration.ZERO, Duration.ofMinutes(10)),
            values.durationOrNull(
                IssuerSetting.MAX_TOKEN_AGE, Duration.ofSeconds(1), Duration.ofDays(400)));
    tokens.check(values);
    return tokens;
  }

  static Set<String> types(SettingValues values) {
    return values.set(IssuerSetting.TYP, IssuerTokenSettings::isType, "").stream()
        .map(IssuerTokenSettings::shortType)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A media type in small letters, without {@code application/} (RFC 7515 §4.1.9). */
  public static String shortType(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith(APPLICATION) ? lower.substring(APPLICATION.length()) : lower;
  }

  private static boolean isType(String text) {
    return text.length() <= 100 && text.matches("([A-Za-z0-9!#$&^_.+-]+/)?[A-Za-z0-9!#$&^_.+-]+");
  }

  private void check(SettingValues values) {
    SettingProblems problems = values.problems();
    if (values.set(IssuerSetting.AUDIENCE).isEmpty()) {
      problems.reject(
          IssuerSetting.AUDIENCE,
          "Say what tokens for this application have in aud, or write * to take those that the"
              + " issuer made for others.");
    }
    requireAny(IssuerSetting.ALGORITHMS, values);
    requireAny(IssuerSetting.TYP, values);
    if (audience.contains(ANYBODY) && audience.size() > 1) {
      problems.reject(IssuerSetting.AUDIENCE, "Write * alone, or the names alone.");
    }
  }

  private static void requireAny(IssuerSetting setting, SettingValues values) {
    if (values.set(setting).isEmpty()) {
      values.problems().reject(setting, "No token would be taken: name one.");
    }
  }
}
