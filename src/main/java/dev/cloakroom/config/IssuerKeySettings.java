package dev.cloakroom.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of another issuer come from.
 *
 * @param jwksUri where it publishes them; null to ask its discovery document, unless there is a
 *     public key
 * @param publicKey the keys, or where they are; null to fetch them
 * @param required whether nothing is served before they were fetched once
 */
public record IssuerKeySettings(
    @Nullable URI jwksUri,
    @Nullable GivenKey publicKey,
    boolean required,
    ShortRsaKeys shortRsaKeys,
    PlainHttp plainHttp) {

  private static final String WHY_HTTPS =
      "Who sits between could put keys of their own in, and forge tokens for anybody. Write an"
          + " https URL, or cloakroom.issuers.%s.plain-http=allow-forgery.";

  static IssuerKeySettings read(String name, String issuer, SettingValues values) {
    PlainHttp plainHttp = values.choice(IssuerSetting.PLAIN_HTTP, PlainHttp.class);
    String jwksUri =
        values.textOrNull(
            IssuerSetting.JWKS_URI,
            text -> WebAddress.isFetched(text, plainHttp),
            WHY_HTTPS.formatted(name));
    String publicKey = values.textOrNull(IssuerSetting.PUBLIC_KEY);
    IssuerKeySettings keys =
        new IssuerKeySettings(
            jwksUri == null ? null : URI.create(jwksUri),
            publicKey == null
                ? null
                : new GivenKey(
                    IssuerSetting.PUBLIC_KEY.key(name), publicKey, GivenKey.Form.TEXT_OR_PLACE),
            values.flag(IssuerSetting.REQUIRED),
            values.choice(IssuerSetting.SHORT_RSA_KEYS, ShortRsaKeys.class),
            plainHttp);
    keys.check(issuer, values.problems());
    return keys;
  }

  /** Where there are none, since the issuer is asked about its tokens. */
  static IssuerKeySettings none(SettingValues values) {
    return new IssuerKeySettings(
        null,
        null,
        false,
        ShortRsaKeys.REFUSE,
        values.choice(IssuerSetting.PLAIN_HTTP, PlainHttp.class));
  }

  private void check(String issuer, SettingProblems problems) {
    if (publicKey != null && jwksUri != null) {
      problems.contradict(
          "One of them says where the keys come from.",
          IssuerSetting.PUBLIC_KEY,
          IssuerSetting.JWKS_URI);
    }
    if (publicKey == null && jwksUri == null && !WebAddress.isFetched(issuer, plainHttp)) {
      problems.contradict(
          "Its keys are looked for at <issuer>/.well-known/openid-configuration, which takes an"
              + " https URL: say where they are by jwks-uri or public-key.",
          IssuerSetting.ISSUER,
          IssuerSetting.JWKS_URI,
          IssuerSetting.PUBLIC_KEY);
    }
  }
}
