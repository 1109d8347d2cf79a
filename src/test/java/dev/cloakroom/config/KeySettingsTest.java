package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySettingsTest {
  private static final String ROTATE = "cloakroom.keys.rotate-every";
  private static final String SECRET = "cloakroom.keys.secret";
  private static final String LOCATION = "cloakroom.keys.location";
  private static final String VALUE = "cloakroom.keys.value";
  private static final String PASSWORD = "cloakroom.keys.password";
  private static final String ALGORITHM = "cloakroom.keys.algorithm";
  private static final String RANDOM = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private static KeySettings read(Map<String, String> settings) {
    return SettingsReader.read(SettingsSource.of("test", settings)).settings().keys();
  }

  private static String refusal(Map<String, String> settings) {
    InvalidSettingsException[] thrown = new InvalidSettingsException[1];
    assertThatThrownBy(() -> read(settings))
        .isInstanceOfSatisfying(InvalidSettingsException.class, wrong -> thrown[0] = wrong);
    return String.valueOf(thrown[0].getMessage());
  }

  private static Map<String, String> rotating(String... more) {
    Map<String, String> settings = new HashMap<>(Map.of(ROTATE, "P30D", SECRET, RANDOM));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  @Test
  @Tag("G1")
  void rotateEvery_withASecret_isRead_andLasts() {
    KeySettings keys = read(rotating(ALGORITHM, "Ed25519"));

    assertThat(keys.rotateEvery()).isEqualTo(Duration.ofDays(30));
    assertThat(keys.algorithm()).isEqualTo(OwnAlgorithm.ED25519);
    assertThat(keys.last(StoreKind.SQL)).isTrue();
    assertThat(keys.last(StoreKind.MEMORY)).isFalse();
  }

  @Test
  @Tag("G1")
  void rotateEvery_withoutASecret_isRefused_inWordsThatSayWhy() {
    assertThat(refusal(Map.of(ROTATE, "P30D")))
        .contains(ROTATE, SECRET, "encrypted", "openssl rand -base64 32");
    assertThat(refusal(Map.of(ROTATE, "P30D", LOCATION, "/etc/shop/keys"))).contains(SECRET);
    assertThatCode(() -> read(rotating(LOCATION, "/etc/shop/keys"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT59S", "P401D", "30 days", "-P1D"})
  void rotateEvery_outOfRange_isRefused(String value) {
    assertThat(refusal(rotating(ROTATE, value))).contains(ROTATE, "`PT1M` to `P400D`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloakroom.access-token.ttl", "cloakroom.relay.ttl"})
  void rotateEvery_shorterThanATokenLasts_isRefused(String ttl) {
    assertThat(refusal(rotating(ROTATE, "PT10M", ttl, "PT20M"))).contains(ROTATE, ttl);
    assertThatCode(() -> read(rotating(ROTATE, "PT20M", ttl, "PT20M"))).doesNotThrowAnyException();
  }

  @Test
  void rotateEvery_shorterThanACookieIsBelieved_isRefused_whereThatIsSigned() {
    String touch = "cloakroom.session.touch-interval";
    String cookie = "cloakroom.session.credential";

    assertThat(refusal(rotating(ROTATE, "PT10M", touch, "PT20M", cookie, "jwt")))
        .contains(ROTATE, touch);
    assertThatCode(() -> read(rotating(ROTATE, "PT10M", touch, "PT20M")))
        .doesNotThrowAnyException();
  }

  @Test
  void value_besideALocation_isRefused() {
    assertThat(refusal(Map.of(LOCATION, "/etc/shop/keys", VALUE, "{}"))).contains(LOCATION, VALUE);
    assertThat(read(Map.of(VALUE, "{}")).areKept()).isTrue();
  }

  @Test
  void algorithm_ofAnotherName_isRefused_andTheDefaultIsEs256() {
    assertThat(refusal(Map.of(ALGORITHM, "RS256"))).contains(ALGORITHM, "`ES256`, `Ed25519`");
    assertThat(read(Map.of()).algorithm()).isEqualTo(OwnAlgorithm.ES256);
  }

  @Test
  @Tag("G5")
  void valueAndPassword_areNeverShown() {
    Map<String, String> both =
        Map.of(VALUE, "a-private-key", PASSWORD, "hunter2", LOCATION, "/etc/shop/keys");

    assertThat(refusal(both)).contains(VALUE + "=***").doesNotContain("a-private-key", "hunter2");
    assertThat(read(Map.of(VALUE, "a-private-key", PASSWORD, "hunter2")).toString())
        .doesNotContain("a-private-key", "hunter2");
  }
}
