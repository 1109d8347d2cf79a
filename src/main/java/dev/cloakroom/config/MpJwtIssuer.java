package dev.cloakroom.config;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The issuer that {@code mp.jwt.*} describes, which is called {@code mp-jwt} here. What
 * MicroProfile JWT has no setting for can be said by {@code cloakroom.issuers.mp-jwt.*}.
 */
final class MpJwtIssuer {
  static final String NAME = "mp-jwt";

  static final String OF_ANYBODY =
      "mp.jwt.verify.issuer without mp.jwt.verify.audiences: tokens for anybody are taken, and their"
          + " callers are named as ours. Set mp.jwt.verify.audiences, or"
          + " cloakroom.issuers.mp-jwt.callers=apart; or cloakroom.mp-jwt=off if mp.jwt.* is said"
          + " for others.";

  /** As MicroProfile JWT has it: the first that a token has is the name of its caller. */
  private static final List<String> NAME_CLAIMS = List.of("upn", "preferred_username", "sub");

  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final int MOST_SKEW = 600;
  private static final int MOST_AGE = 34_560_000;
  private static final String COOKIE = "cookie";
  private static final String ANY_AUDIENCE =
      "Without this setting it does not matter whom a token is for.";

  /** What MicroProfile JWT says itself, by what says it. */
  private static final Map<IssuerSetting, String> SAID =
      new EnumMap<>(
          Map.of(
              IssuerSetting.ISSUER, MpJwtSetting.ISSUER.key(),
              IssuerSetting.JWKS_URI, MpJwtSetting.PUBLIC_KEY_LOCATION.key(),
              IssuerSetting.PUBLIC_KEY, MpJwtSetting.PUBLIC_KEY.key(),
              IssuerSetting.AUDIENCE, MpJwtSetting.AUDIENCES.key(),
              IssuerSetting.ALGORITHMS, MpJwtSetting.ALGORITHM.key(),
              IssuerSetting.CLOCK_SKEW, MpJwtSetting.CLOCK_SKEW.key(),
              IssuerSetting.MAX_TOKEN_AGE, MpJwtSetting.TOKEN_AGE.key()));

  private final SettingValues values;
  private final SettingValues ours;

  /**
   * Reads it.
   *
   * @param ours what {@code cloakroom.issuers.mp-jwt.*} says
   */
  MpJwtIssuer(SettingValues values, SettingValues ours) {
    this.values = values;
    this.ours = ours;
  }

  /** Whether its settings are read. */
  static boolean isOn(SettingValues values) {
    return values.choice(Setting.MP_JWT, MpJwtUse.class) == MpJwtUse.ON;
  }

  /** Whether anything is said of it. */
  static boolean isIn(SettingValues values) {
    return Arrays.stream(MpJwtSetting.values()).anyMatch(values::isGiven);
  }

  /** What stands for a setting of ours that nobody has set, where that is not its own default. */
  static @Nullable String defaultOf(SettingKey setting) {
    if (setting == IssuerSetting.TYP) {
      return "at+jwt, JWT, " + IssuerTokenSettings.NO_TYPE;
    }
    return setting == IssuerSetting.CALLERS ? "shared" : null;
  }

  IssuerSettings read() {
    SAID.forEach(this::refuse);
    IssuerIntrospectionSettings.refuseIn(ours);
    PlainHttp plainHttp = ours.choice(IssuerSetting.PLAIN_HTTP, PlainHttp.class);
    Duration skew = seconds(MpJwtSetting.CLOCK_SKEW, 0, MOST_SKEW);
    requireKeys();
    return new IssuerSettings(
        NAME,
        values.required(
            MpJwtSetting.ISSUER,
            TextRules::isStringOrUri,
            "Write what its tokens say in iss, exactly, a slash at the end included."),
        keys(plainHttp),
        tokens(skew),
        callers(),
        null,
        new MpJwtSettings(
            cookie(),
            decryptionKey(plainHttp),
            decryptionAlgorithms(),
            Objects.requireNonNullElse(skew, Duration.ZERO)));
  }

  private void refuse(IssuerSetting setting, String said) {
    if (ours.isGiven(setting)) {
      ours.problems().reject(setting, "Of this issuer it is " + said + " that says it.");
    }
  }

  private void requireKeys() {
    boolean isText = values.isGiven(MpJwtSetting.PUBLIC_KEY);
    boolean isPlace = values.isGiven(MpJwtSetting.PUBLIC_KEY_LOCATION);
    if (isText && isPlace) {
      values
          .problems()
          .contradict(
              "One of them says where the keys come from.",
              MpJwtSetting.PUBLIC_KEY,
              MpJwtSetting.PUBLIC_KEY_LOCATION);
    }
    if (!isText && !isPlace) {
      values
          .problems()
          .reject(
              MpJwtSetting.PUBLIC_KEY_LOCATION,
              "Write where the issuer's public key is, or the key itself by "
                  + MpJwtSetting.PUBLIC_KEY.key()
                  + ". Without one nobody could tell who made a token, not of an encrypted one"
                  + " either.");
    }
  }

  private IssuerKeySettings keys(PlainHttp plainHttp) {
    String place = place(MpJwtSetting.PUBLIC_KEY_LOCATION, plainHttp);
    boolean isFetched = place != null && isOfTheWeb(place);
    return new IssuerKeySettings(
        isFetched ? URI.create(place) : null,
        isFetched ? null : publicKey(place),
        ours.flag(IssuerSetting.REQUIRED),
        ours.choice(IssuerSetting.SHORT_RSA_KEYS, ShortRsaKeys.class),
        plainHttp);
  }

  private @Nullable GivenKey publicKey(@Nullable String place) {
    String text = values.textOrNull(MpJwtSetting.PUBLIC_KEY);
    if (text != null) {
      return new GivenKey(MpJwtSetting.PUBLIC_KEY.key(), text, GivenKey.Form.TEXT);
    }
    return place == null
        ? null
        : new GivenKey(MpJwtSetting.PUBLIC_KEY_LOCATION.key(), place, GivenKey.Form.PLACE);
  }

  private @Nullable String place(MpJwtSetting setting, PlainHttp plainHttp) {
    return values.textOrNull(
        setting,
        text -> !isOfTheWeb(text) || WebAddress.isFetched(text, plainHttp),
        "Who sits between could put keys of their own in, or read the one that is sent. Write an"
            + " https URL, or cloakroom.issuers.mp-jwt.plain-http=allow-forgery.");
  }

  private static boolean isOfTheWeb(String place) {
    return place.toLowerCase(Locale.ROOT).matches("https?:.*");
  }

  private IssuerTokenSettings tokens(@Nullable Duration skew) {
    Set<String> audiences =
        values.set(
            MpJwtSetting.AUDIENCES,
            text -> !text.equals(IssuerTokenSettings.ANYBODY) && TextRules.isStringOrUri(text),
            ANY_AUDIENCE);
    if (values.isGiven(MpJwtSetting.AUDIENCES) && values.set(MpJwtSetting.AUDIENCES).isEmpty()) {
      values.problems().reject(MpJwtSetting.AUDIENCES, ANY_AUDIENCE);
    }
    return new IssuerTokenSettings(
        audiences.isEmpty() ? Set.of(IssuerTokenSettings.ANYBODY) : audiences,
        Set.of(
            values.text(
                MpJwtSetting.ALGORITHM,
                IssuerTokenSettings.ALGORITHMS::contains,
                "Symmetric keys and none are for nobody: who can verify could forge.")),
        IssuerTokenSettings.types(ours),
        Objects.requireNonNullElse(skew, SKEW),
        seconds(MpJwtSetting.TOKEN_AGE, 1, MOST_AGE));
  }

  private @Nullable Duration seconds(MpJwtSetting setting, int least, int most) {
    return values.isGiven(setting) ? Duration.ofSeconds(values.number(setting, least, most)) : null;
  }

  private IssuerCallerSettings callers() {
    IssuerCallerSettings read = IssuerCallerSettings.read(ours);
    return ours.isGiven(IssuerSetting.CALLER_CLAIM) ? read : read.namedBy(NAME_CLAIMS);
  }

  private @Nullable String cookie() {
    String header =
        values
            .text(MpJwtSetting.HEADER, oneOf("authorization", COOKIE), "")
            .toLowerCase(Locale.ROOT);
    String name =
        values.text(MpJwtSetting.COOKIE, TextRules::isToken, "Write the name, without its value.");
    if (!header.equals(COOKIE)) {
      return null;
    }
    String own = values.text(Setting.COOKIE_NAME);
    if (name.equals(own) || name.matches("__(Host|Secure)-" + Pattern.quote(own))) {
      values
          .problems()
          .contradict(
              "It is the session cookie's name: give one of them another.",
              MpJwtSetting.COOKIE,
              Setting.COOKIE_NAME);
    }
    return name;
  }

  private static Predicate<String> oneOf(String... names) {
    return text -> Set.of(names).contains(text.toLowerCase(Locale.ROOT));
  }

  private @Nullable GivenKey decryptionKey(PlainHttp plainHttp) {
    MpJwtSetting setting = MpJwtSetting.DECRYPTION_KEY_LOCATION;
    String place = place(setting, plainHttp);
    if (place == null && values.isGiven(MpJwtSetting.DECRYPTION_ALGORITHM)) {
      values
          .problems()
          .contradict(
              "It says how tokens are decrypted for which there is no key: write where it is, or"
                  + " take this out.",
              MpJwtSetting.DECRYPTION_ALGORITHM,
              setting);
    }
    return place == null ? null : new GivenKey(setting.key(), place, GivenKey.Form.PLACE);
  }

  private Set<String> decryptionAlgorithms() {
    String one =
        values.textOrNull(
            MpJwtSetting.DECRYPTION_ALGORITHM,
            MpJwtSettings.DECRYPTION_ALGORITHMS::contains,
            "Without this setting both are taken.");
    return one == null ? MpJwtSettings.DECRYPTION_ALGORITHMS : Set.of(one);
  }
}
