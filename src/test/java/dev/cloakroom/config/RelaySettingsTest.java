package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelaySettingsTest {

  @Test
  void read_otherwise_nobodyIsPassedOn() {
    assertThat(Settings.defaults().relay())
        .isEqualTo(new RelaySettings(Set.of(), Duration.ofMinutes(1)));
    assertThat(read(Setting.RELAY_TTL, "PT1H").relay().ttl()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://orders.example.org",
        "https://orders.example.org:8443, https://stock.example.org",
        "http://localhost:8080",
        "http://127.0.0.1:8080, http://[::1]:8080"
      })
  void read_whereNobodyCanRead_isTaken(String origins) {
    assertThat(read(Setting.RELAY_ORIGINS, origins).relay().origins())
        .containsExactlyInAnyOrder(origins.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://orders:8080",
        "https://orders.example.org, http://stock.example.org",
        "https://orders.example.org/api",
        "https://*.example.org",
        "https://alice@orders.example.org",
        "orders.example.org",
        "capacitor://localhost",
        "*"
      })
  void read_another_isRefused(String origins) {
    assertRefused(Setting.RELAY_ORIGINS, origins);
  }

  @Test
  void read_plainHttp_isTakenWhereTheSettingSaysSo() {
    assertThat(
            read(Map.of(
                    "cloakroom.relay.origins", "http://orders:8080",
                    "cloakroom.relay.plain-http", "allow-eavesdropping"))
                .settings()
                .relay()
                .origins())
        .containsExactly("http://orders:8080");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT61M", "soon"})
  void read_lifeThatThereIsNot_isRefused(String ttl) {
    assertRefused(Setting.RELAY_TTL, ttl);
  }
}
