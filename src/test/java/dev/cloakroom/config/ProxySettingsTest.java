package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X15")
class ProxySettingsTest {

  private static boolean isTrusted(String setting, String address) {
    InetAddress asked = Objects.requireNonNull(IpAddress.parse(address));
    return read(Setting.TRUSTED_PROXIES, setting).proxies().trusted().stream()
        .anyMatch(block -> block.contains(asked));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,         10.255.255.255, true",
    "10.0.0.0/8,         11.0.0.0,       false",
    "10.0.0.0/8,         9.255.255.255,  false",
    "192.168.8.0/22,     192.168.11.255, true",
    "192.168.8.0/22,     192.168.12.0,   false",
    "192.168.8.0/22,     192.168.7.255,  false",
    "127.0.0.1,          127.0.0.1,      true",
    "127.0.0.1,          127.0.0.2,      false",
    "127.0.0.1/32,       127.0.0.1,      true",
    "128.0.0.0/1,        255.0.0.1,      true",
    "128.0.0.0/1,        127.0.0.1,      false",
    "2001:db8::/32,      2001:db8:ffff::1, true",
    "2001:db8::/32,      2001:db9::,     false",
    "2001:DB8::1,        2001:db8:0:0:0:0:0:1, true",
    "fe80::/10,          fe80::1%eth0,   true",
    "::1,                ::1,            true",
    "::1,                ::2,            false",
    "8000::/1,           255.0.0.1,      false",
    "::ffff:10.0.0.0,    10.0.0.0,       true",
    "10.0.0.0/8,         ::ffff:10.1.2.3, true",
    "'10.0.0.1, ::1/128', ::1,           true",
    "'10.0.0.1, ::1/128', 10.0.0.1,      true"
  })
  void trusted_isWhatTheBlockHolds(String setting, String address, boolean isTrusted) {
    assertThat(isTrusted(setting, address)).isEqualTo(isTrusted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "proxy.example.org",
        "10.0.0",
        "010.0.0.1",
        "256.0.0.1",
        "10.0.0.1.2",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/08",
        "10.0.0.0/-8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.1/8",
        "2001:db8::1/32",
        "::/129",
        ":::",
        "1:2",
        "g::1",
        "[::1]",
        "fe80::1%eth0",
        "10.0.0.1:80",
        "*"
      })
  void trusted_whatIsNoBlock_isRefused(String text) {
    assertRefused(Setting.TRUSTED_PROXIES, text);
    assertRefused(Setting.TRUSTED_PROXIES, "127.0.0.1," + text);
  }

  /** Then everybody's word would count, and what a client says with it. */
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0"})
  void trusted_everybody_isRefused(String text) {
    assertRefused(Setting.TRUSTED_PROXIES, text);
  }

  @ParameterizedTest
  @CsvSource({"x-forwarded, X_FORWARDED", "X-Forwarded, X_FORWARDED", "forwarded,   FORWARDED"})
  void headers_areOfOneKind(String text, ProxyHeaders headers) {
    assertThat(read(Setting.TRUSTED_PROXIES_HEADERS, text).proxies().headers()).isEqualTo(headers);
  }

  @Test
  void headers_ofBothKinds_areRefused() {
    assertRefused(Setting.TRUSTED_PROXIES_HEADERS, "forwarded,x-forwarded");
  }

  @Test
  void block_isShownAsItIsWritten() {
    assertThat(AddressBlock.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
    assertThat(AddressBlock.parse("127.0.0.1")).hasToString("127.0.0.1/32");
  }
}
