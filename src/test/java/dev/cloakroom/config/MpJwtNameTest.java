package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.config.IssuerCallerSettings.CallerNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The issuer of MicroProfile JWT among the others, by the name that is reserved for it. */
class MpJwtNameTest {
  private static final String ISSUER = "https://id.test/realms/shop";

  /** The least that is needed, and more. */
  private static Map<String, String> mpJwt(String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put("mp.jwt.verify.issuer", ISSUER);
    values.put("mp.jwt.verify.publickey.location", "/publicKey.pem");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  private static IssuerSettings read(Map<String, String> values) {
    SettingsReport report = SettingReading.read(values);
    assertThat(report.warnings()).isSubsetOf(MpJwtIssuer.OF_ANYBODY);
    return report.settings().issuers().get(0);
  }

  private static IssuerSettings one(String... keysAndValues) {
    return read(mpJwt(keysAndValues));
  }

  private static String problem(Map<String, String> values) {
    InvalidSettingsException refusal = SettingReading.refusal(values);
    assertThat(refusal.problems()).hasSize(1);
    return refusal.problems().get(0);
  }

  @Test
  void whatMicroProfileCannotSay_isSaidByItsName() {
    IssuerSettings issuer =
        one(
            "cloakroom.issuers.mp-jwt.short-rsa-keys", "allow-forgery",
            "cloakroom.issuers.mp-jwt.callers", "apart",
            "cloakroom.issuers.mp-jwt.caller-claim", "email",
            "cloakroom.issuers.mp-jwt.typ", "at+jwt",
            "cloakroom.issuers.mp-jwt.groups-map", "staff=user");

    assertThat(issuer.keys().shortRsaKeys()).isEqualTo(ShortRsaKeys.ALLOW_FORGERY);
    assertThat(issuer.callers().names()).isEqualTo(CallerNames.APART);
    assertThat(issuer.callers().nameClaims()).containsExactly("email");
    assertThat(issuer.tokens().types()).containsExactly("at+jwt");
    assertThat(issuer.callers().groups()).isEqualTo(Map.of("staff", Set.of("user")));
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, mp.jwt.verify.issuer",
    "audience, mp.jwt.verify.audiences",
    "public-key, mp.jwt.verify.publickey",
    "jwks-uri, mp.jwt.verify.publickey.location",
    "algorithms, mp.jwt.verify.publickey.algorithm",
    "clock-skew, mp.jwt.verify.clock.skew",
    "max-token-age, mp.jwt.verify.token.age"
  })
  void whatMicroProfileSays_isNotSaidTwice(String end, String said) {
    assertThat(problem(mpJwt("cloakroom.issuers.mp-jwt." + end, "https://x.test")))
        .startsWith("cloakroom.issuers.mp-jwt." + end)
        .contains(said);
  }

  @Test
  void itsName_isReserved() {
    assertThat(SettingReading.refusal(Map.of("cloakroom.issuers.mp-jwt.callers", "apart")))
        .hasMessageContaining("mp.jwt.verify.issuer (not set)");
  }

  @Test
  void besideOtherIssuers_itIsOneMore() {
    Map<String, String> values =
        mpJwt(
            "cloakroom.issuers.other.issuer", "https://other.test",
            "cloakroom.issuers.other.audience", "shop");

    assertThat(SettingReading.read(values).settings().issuers())
        .extracting(IssuerSettings::name)
        .containsExactly("mp-jwt", "other");
    values.put("cloakroom.issuers.other.issuer", ISSUER);
    assertThat(problem(values)).contains("mp-jwt and other");
  }

  @Test
  void issuerThatIsCalledAsWeAre_isRefusedByItsOwnKey() {
    assertThat(problem(mpJwt("cloakroom.access-token.issuer", ISSUER)))
        .startsWith("mp.jwt.verify.issuer=" + ISSUER);
  }

  @Test
  void switchedOff_nothingOfItIsRead() {
    Map<String, String> values = mpJwt("mp.jwt.verify.token.age", "long");
    values.put("cloakroom.issuers.mp-jwt.callers", "apart");
    assertThat(problem(values)).startsWith("mp.jwt.verify.token.age=long");

    values.put("cloakroom.mp-jwt", "off");

    assertThat(SettingReading.read(values).settings().issuers()).isEmpty();
    values.put("cloakroom.mp-jwt", "never");
    assertThat(SettingReading.refusal(values)).hasMessageContaining("cloakroom.mp-jwt=never");
  }

  @Test
  void tokensForAnybody_ofOurNames_areWarnedOf() {
    assertThat(SettingReading.read(mpJwt()).warnings())
        .singleElement()
        .asString()
        .contains("tokens for anybody are taken", "mp.jwt.verify.audiences");
    assertThat(SettingReading.read(mpJwt("mp.jwt.verify.audiences", "shop")).warnings()).isEmpty();
    assertThat(SettingReading.read(mpJwt("cloakroom.issuers.mp-jwt.callers", "apart")).warnings())
        .isEmpty();
  }

  @Test
  void environment_isReadByTheirNames() {
    SettingsSource environment =
        SettingsSource.environment(
            Map.of(
                "MP_JWT_VERIFY_ISSUER", ISSUER,
                "mp_jwt_verify_publickey_location", "/key.pem",
                "CLOAKROOM_ISSUERS_MP_JWT_SHORT_RSA_KEYS", "allow-forgery"));

    assertThat(SettingsReader.read(environment).settings().issuers())
        .singleElement()
        .satisfies(
            one -> assertThat(one.keys().shortRsaKeys()).isEqualTo(ShortRsaKeys.ALLOW_FORGERY));
  }

  @Test
  void requireSame_namesThem() {
    SettingsSource early = SettingsSource.of("file", Map.of());
    SettingsSource late = SettingsSource.of("late parameter", mpJwt());

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> SettingsReader.requireSame(early, late))
        .withMessageContaining("mp.jwt.verify.issuer=" + ISSUER + " (late parameter) is read too");
  }
}
