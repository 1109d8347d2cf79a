package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.Base64Url;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to a genuine token, it neither verifies nor breaks the verifier. */
class HostileTokenTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u0000é\uD800";

  private final TokenForge forge = new TokenForge();
  private final AccessTokenVerifier verifier = forge.verifier();
  private final Random random = new Random(20260301);

  @Test
  @Tag("J1")
  @Tag("J13")
  void verify_randomMutations_acceptsTheGenuineTokenOnly() {
    String genuine = forge.genuine();
    for (int round = 0; round < 4000; round++) {
      String text = mutated(genuine);
      boolean accepted = forge.verifier().verify(new RawToken(text)) instanceof VerifiedToken;

      assertThat(accepted).as(text).isEqualTo(text.equals(genuine));
    }
  }

  /** Bits of the decoded parts, so that every mutation is canonical and reaches the signature. */
  @Test
  @Tag("J1")
  void verify_everyBitOfTheSignatureFlipped_isRefused() {
    String genuine = forge.genuine();
    int dot = genuine.lastIndexOf('.') + 1;
    byte[] signature = Base64Url.decode(genuine.substring(dot)).orElseThrow();
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] flipped = signature.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      String text = genuine.substring(0, dot) + Base64Url.encode(flipped);

      assertThat(forge.verifier().verify(new RawToken(text))).isInstanceOf(RejectedToken.class);
    }
    assertThat(verifier.verify(new RawToken(genuine))).isInstanceOf(VerifiedToken.class);
  }

  /** Signed by our own key, so that the readers behind the signature see the garbage too. */
  @Test
  void verify_signedGarbage_neverThrows() {
    for (int round = 0; round < 1500; round++) {
      byte[] header = forge.header().getBytes(UTF_8);
      byte[] claims = forge.claims().getBytes(UTF_8);
      byte[] victim = round % 4 == 0 ? header : claims;
      for (int i = random.nextInt(4); i >= 0; i--) {
        victim[random.nextInt(victim.length)] = (byte) random.nextInt(256);
      }
      assertThat(verifier.verify(forge.signed(header, claims))).isNotNull();
      assertThat(verifier.verify(forge.withClaims(claims))).isNotNull();
    }
  }

  private String mutated(String genuine) {
    StringBuilder text = new StringBuilder(genuine);
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutate(text);
    }
    return text.toString();
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(Math.max(1, text.length()));
    switch (random.nextInt(6)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, anyCharacter());
      case 2 -> text.setLength(at);
      case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      default -> text.setCharAt(at, anyCharacter());
    }
    if (text.isEmpty()) {
      text.append('.');
    }
  }

  private char anyCharacter() {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }
}
