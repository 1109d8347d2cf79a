package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The test values of TOTP with SHA-1, which have eight digits, and of which apps show the last six.
 */
class Rfc6238AppendixBTest {
  private static final TotpSecret SECRET = TotpSecret.of("12345678901234567890".getBytes(US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "59,          1,         94287082",
    "1111111109,  37037036,  07081804",
    "1111111111,  37037037,  14050471",
    "1234567890,  41152263,  89005924",
    "2000000000,  66666666,  69279037",
    "20000000000, 666666666, 65353130"
  })
  void code(long seconds, long step, String eightDigits) {
    Instant moment = Instant.ofEpochSecond(seconds);

    assertThat(TotpSecret.stepAt(moment)).isEqualTo(step);
    assertThat(SECRET.stepOf(eightDigits.substring(2), moment)).isEqualTo(step);
  }
}
