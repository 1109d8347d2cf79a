package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever comes as a token of ours, and whatever would be signed as one: an answer. */
class OwnTokenFuzz {
  private static final TokenForge FORGE = new TokenForge();

  @FuzzTest(maxDuration = "10m")
  void verify(byte[] content) {
    assertThat(FORGE.verifier().verify(new RawToken(new String(content, ISO_8859_1))))
        .isInstanceOf(RejectedToken.class);
    assertThat(FORGE.verifier().verify(FORGE.withClaims(content))).isNotNull();
    assertThat(FORGE.verifier().verify(FORGE.signed(content, FORGE.claims().getBytes(UTF_8))))
        .isNotNull();
  }
}
