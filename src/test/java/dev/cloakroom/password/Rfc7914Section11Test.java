package dev.cloakroom.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.password.Pbkdf2.Digest;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The test vectors of PBKDF2 with SHA-256, and those of RFC 6070 with SHA-1. */
class Rfc7914Section11Test {
  @Test
  @Tag("P4")
  void section11_oneIteration() {
    assertThat(derive(new Pbkdf2(Digest.SHA256, 1), "passwd", "salt", 64))
        .isEqualTo(
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783");
  }

  @Test
  @Tag("P4")
  void section11_eightyThousandIterations() {
    assertThat(derive(new Pbkdf2(Digest.SHA256, 80_000), "Password", "NaCl", 64))
        .isEqualTo(
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d");
  }

  @Test
  void rfc6070_shortAndLong() {
    assertThat(derive(new Pbkdf2(Digest.SHA1, 1), "password", "salt", 20))
        .isEqualTo("0c60c80f961f0e71f3a9b524af6012062fe037a6");
    assertThat(derive(new Pbkdf2(Digest.SHA1, 4096), "password", "salt", 20))
        .isEqualTo("4b007901b765489abead49d926f721d065a429c1");
    assertThat(
            derive(
                new Pbkdf2(Digest.SHA1, 4096),
                "passwordPASSWORDpassword",
                "saltSALTsaltSALTsaltSALTsaltSALTsalt",
                25))
        .isEqualTo("3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038");
  }

  /** A zero byte is what the HMAC makes of an empty key; a password cannot have one. */
  @Test
  void derive_emptyPassword_isAPassword() {
    assertThat(derive(new Pbkdf2(Digest.SHA256, 2), "", "salt", 32))
        .hasSize(64)
        .isNotEqualTo(derive(new Pbkdf2(Digest.SHA256, 2), " ", "salt", 32));
  }

  private static String derive(Pbkdf2 derivation, String password, String salt, int length) {
    return HexFormat.of()
        .formatHex(derivation.derive(password.getBytes(UTF_8), salt.getBytes(UTF_8), length));
  }
}
