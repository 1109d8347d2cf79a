package dev.cloakroom.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.IssuerSettings;
import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsSource;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.token.RejectedToken.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Another issuer, what it says in its tokens, and how it is configured here. */
final class Partner {
  static final String ISSUER = "https://partner.test/realms/one";
  static final PartnerKey KEY = PartnerKey.of("k1", "RS256");

  private final ManualClock clock = ManualClock.atNoon();

  ManualClock clock() {
    return clock;
  }

  /** Settings as a deployment has them, but for {@code cloakroom.issuers.partner.}. */
  static Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    settings.put("issuer", ISSUER);
    settings.put("audience", "shop");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  static IssuerSettings read(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    settings.forEach((key, value) -> values.put("cloakroom.issuers.partner." + key, value));
    List<IssuerSettings> issuers =
        SettingsReader.read(SettingsSource.of("test", values)).settings().issuers();
    assertThat(issuers).hasSize(1);
    return issuers.get(0);
  }

  /** What takes its tokens, with these keys of its own and these settings. */
  ForeignTokens tokens(String jwks, String... keysAndValues) {
    Map<String, String> settings = settings(keysAndValues);
    settings.put("public-key", jwks);
    return open(settings);
  }

  ForeignTokens open(Map<String, String> settings) {
    return ForeignTokens.open(
        List.of(read(settings)), Partner.class.getClassLoader(), clock, 1_000_000);
  }

  /** What takes its tokens under {@link #KEY}. */
  ForeignTokens tokensOfItsKey(String... keysAndValues) {
    return tokens(PartnerKey.jwks(KEY.jwk()), keysAndValues);
  }

  /** Claims that are all right now. */
  String claims() {
    Instant now = clock.instant();
    return """
        {"iss":"%s","sub":"f81d4fae","aud":["shop","account"],"exp":%d,"iat":%d,"jti":"t1",\
        "sid":"s1","preferred_username":"alice","groups":["user","staff"],\
        "realm_access":{"roles":["user","editor"]},"scope":"openid mail"}"""
        .formatted(ISSUER, now.plusSeconds(300).getEpochSecond(), now.getEpochSecond());
  }

  /** The good claims and one more. */
  String claimsPlus(String member) {
    return claims().replaceFirst("}$", "," + Matcher.quoteReplacement(member) + "}");
  }

  /** The good claims but for one. */
  String claimsWithout(String name) {
    String pattern = "\"" + name + "\":(?:\"[^\"]*\"|\\[[^]]*]|[0-9]+),?";
    String rest = claims().replaceFirst(pattern, "").replace(",}", "}");
    assertThat(rest).isNotEqualTo(claims());
    return rest;
  }

  /** The good claims with one value replaced. */
  String claimsWith(String name, String value) {
    return claimsWithout(name)
        .replaceFirst("}$", ",\"" + name + "\":" + Matcher.quoteReplacement(value) + "}");
  }

  static ForeignToken accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(ForeignToken.class);
    return (ForeignToken) outcome;
  }

  static void refused(Outcome outcome) {
    assertThat(outcome).isEqualTo(new Refused(Reason.INVALID));
  }
}
