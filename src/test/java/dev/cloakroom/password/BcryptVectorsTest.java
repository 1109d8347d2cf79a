package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors of bcrypt, and what is not verified by one. */
class BcryptVectorsTest {
  private static final String SEVENTY_TWO =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String OF_SEVENTY_TWO =
      "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";

  /**
   * From {@code TestBCrypt} of <a href="https://www.mindrot.org/projects/jBCrypt/">jBCrypt</a>, and
   * the last three from {@code wrapper.c} of <a
   * href="https://www.openwall.com/crypt/">crypt_blowfish</a>.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|$2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
        "''|$2a$08$HqWuK6/Ng6sg9gQzbLrgb.Tl.ZHfXLhvt/SgVyWhQqgqcZ7ZuUtye",
        "a|$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
        "a|$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
        "abc|$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
        "abc|$2a$08$Ro0CUfOqk6cXEKf3dyaM7OhSCvnwM9s4wIX9JeLapehKK5YdLxKcm",
        "abcdefghijklmnopqrstuvwxyz|$2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC",
        "~!@#$%^&*()      ~!@#$%^&*()PNBFRD|$2a$06$fPIsBO8qRqkjj273rfaOI.HtSV9jLDpTbZn782DC6/t7qT67P6FfO",
        "U*U|$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
        "U*U*|$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
        "U*U*U|$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"
      })
  void vectors(String password, String stored) throws Exception {
    assertThat(matches(password, stored)).isTrue();
    assertThat(matches(password + "x", stored)).isFalse();
    assertThat(matches(password, stored.replace("$2a$", "$2b$"))).isTrue();
    assertThat(matches(password, stored.replace("$2a$", "$2y$"))).isTrue();
  }

  /** Others verify a longer password by its first 72 bytes, whatever follows. */
  @Test
  @Tag("P3")
  void password_over72Bytes_isNotVerifiedByItsBeginning() throws Exception {
    assertThat(matches(SEVENTY_TWO, OF_SEVENTY_TWO)).isTrue();
    assertThat(matches(SEVENTY_TWO + "chars after 72 are ignored", OF_SEVENTY_TWO)).isFalse();
    assertThat(matches(SEVENTY_TWO.substring(1), OF_SEVENTY_TWO)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "17", "31", "99"})
  @Tag("P10")
  void cost_thatNoLoginMayHave_isRefused(String cost) {
    assertThatThrownBy(() -> StoredHash.read(OF_SEVENTY_TWO.replace("$05$", "$" + cost + "$")))
        .isInstanceOf(UnusableHashException.class)
        .hasMessageContaining("as its cost")
        .hasMessageContaining("from 4 to 16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$2x$", "$2$", "$2c$", "$3a$"})
  void variant_thatIsAnError_isNotRead(String variant) {
    assertThatThrownBy(() -> StoredHash.read(OF_SEVENTY_TWO.replace("$2a$", variant)))
        .isInstanceOf(UnusableHashException.class)
        .hasMessageContaining("known form");
  }

  private static boolean matches(String password, String stored) throws UnusableHashException {
    return StoredHash.read(stored).matches(password.getBytes(UTF_8), Pepper.NONE);
  }
}
