package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever comes in a request instead of a token: an answer, and nobody is let in by it. */
class TokenTextFuzz {
  private static final Partner PARTNER = new Partner();
  private static final ForeignTokens OURS = PARTNER.tokensOfItsKey();

  @FuzzTest(maxDuration = "10m")
  void lookUp(byte[] text) {
    String token = new String(text, ISO_8859_1);

    assertThat(OURS.lookUp(token)).isInstanceOf(Refused.class);
    assertThat(TokenDecryption.isEncrypted(token)).isIn(true, false);
  }
}
