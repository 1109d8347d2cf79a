package dev.cloakroom.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How another issuer is asked about its tokens (<a
 * href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>).
 *
 * @param endpoint where; null to ask its discovery document
 * @param clientId who asks, as the issuer knows this application
 * @param clientSecret what proves that
 * @param cachedFor for so long an answer counts, so that an ended token lives on for so long
 * @param opaqueTokens whether it is asked about tokens that do not say whose they are
 */
public record IssuerIntrospectionSettings(
    @Nullable URI endpoint,
    String clientId,
    ClientSecret clientSecret,
    Duration cachedFor,
    boolean opaqueTokens) {

  /** How it is found out whether a token of another issuer is genuine. */
  private enum Check {
    SIGNATURE,
    INTROSPECTION
  }

  private static final List<IssuerSetting> OWN =
      List.of(
          IssuerSetting.INTROSPECTION_URI,
          IssuerSetting.CLIENT_ID,
          IssuerSetting.CLIENT_SECRET,
          IssuerSetting.INTROSPECTION_CACHE,
          IssuerSetting.OPAQUE_TOKENS);

  private static final List<IssuerSetting> OF_SIGNATURES =
      List.of(
          IssuerSetting.JWKS_URI,
          IssuerSetting.PUBLIC_KEY,
          IssuerSetting.ALGORITHMS,
          IssuerSetting.TYP,
          IssuerSetting.REQUIRED,
          IssuerSetting.SHORT_RSA_KEYS);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final String WHO_ASKS =
      "An issuer tells nothing to who does not say who they are: write what this application is"
          + " registered by there.";

  /** What is set of an issuer; null if its tokens are verified by their signature. */
  static @Nullable IssuerIntrospectionSettings read(
      String name, String issuer, SettingValues values) {
    if (values.choice(IssuerSetting.CHECK, Check.class) == Check.SIGNATURE) {
      refuse(OWN, "Nobody is asked: write check=introspection, or take it out.", values);
      return null;
    }
    refuse(
        OF_SIGNATURES, "The issuer is asked, and no signature is verified: take it out.", values);
    PlainHttp plainHttp = values.choice(IssuerSetting.PLAIN_HTTP, PlainHttp.class);
    String endpoint = endpoint(name, issuer, plainHttp, values);
    return new IssuerIntrospectionSettings(
        endpoint == null ? null : URI.create(endpoint),
        values.required(IssuerSetting.CLIENT_ID, TextRules::isPrintable, WHO_ASKS),
        new ClientSecret(
            values.required(IssuerSetting.CLIENT_SECRET, TextRules::isPrintable, WHO_ASKS)),
        values.duration(IssuerSetting.INTROSPECTION_CACHE, Duration.ZERO, LONGEST),
        values.flag(IssuerSetting.OPAQUE_TOKENS));
  }

  /** What is said of an issuer that nobody asks, since it is one of MicroProfile JWT. */
  static void refuseIn(SettingValues mpJwt) {
    Stream.concat(Stream.of(IssuerSetting.CHECK), OWN.stream())
        .filter(mpJwt::isGiven)
        .forEach(
            setting ->
                mpJwt
                    .problems()
                    .reject(
                        setting,
                        "MicroProfile JWT verifies signatures and asks nobody: describe the issuer"
                            + " under another name."));
  }

  private static void refuse(List<IssuerSetting> settings, String why, SettingValues values) {
    settings.stream()
        .filter(values::isGiven)
        .forEach(setting -> values.problems().contradict(why, setting, IssuerSetting.CHECK));
  }

  private static @Nullable String endpoint(
      String name, String issuer, PlainHttp plainHttp, SettingValues values) {
    String endpoint =
        values.textOrNull(
            IssuerSetting.INTROSPECTION_URI,
            text -> WebAddress.isFetched(text, plainHttp),
            "Who sits between could let anybody in, and read tokens and secret. Write an https URL,"
                + " or cloakroom.issuers.%s.plain-http=allow-forgery.".formatted(name));
    if (endpoint == null && !WebAddress.isFetched(issuer, plainHttp)) {
      values
          .problems()
          .contradict(
              "It is looked for at <issuer>/.well-known/openid-configuration, which takes an https"
                  + " URL: say where the issuer is asked by introspection-uri.",
              IssuerSetting.ISSUER,
              IssuerSetting.INTROSPECTION_URI);
    }
    return endpoint;
  }

  /** Two that could be asked about the same token: nobody could tell whose word counts. */
  static void requireOneForOpaqueTokens(List<IssuerSettings> issuers, SettingProblems problems) {
    Map<String, IssuerIntrospectionSettings> asked = new TreeMap<>();
    for (IssuerSettings one : issuers) {
      if (one.introspection() != null && one.introspection().opaqueTokens()) {
        asked.put(one.name(), one.introspection());
      }
    }
    if (asked.size() > 1) {
      problems.add(
          "cloakroom.issuers.<name>.check=introspection is set for %s: a token that does not say"
                  .formatted(String.join(" and ", asked.keySet()))
              + " whose it is could be of each. Write opaque-tokens=false for all but one.");
    }
  }
}
