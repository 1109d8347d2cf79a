package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test values of HOTP. */
class Rfc4226AppendixDTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "0, 1284755224, 755224",
    "1, 1094287082, 287082",
    "2, 137359152,  359152",
    "3, 1726969429, 969429",
    "4, 1640338314, 338314",
    "5, 868254676,  254676",
    "6, 1918287922, 287922",
    "7, 82162583,   162583",
    "8, 673399871,  399871",
    "9, 645520489,  520489"
  })
  void password(long counter, int truncated, String password) {
    assertThat(Hotp.truncated(SECRET, counter)).isEqualTo(truncated);
    assertThat(Hotp.password(SECRET, counter)).isEqualTo(password);
  }
}
