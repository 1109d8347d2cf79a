package dev.cloakroom.issuer;

import static dev.cloakroom.issuer.Partner.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the answer is a value, and nothing but the genuine text is taken. */
class HostileForeignTokenTest {
  private static final String LETTERS = "abcXYZ019-_.=+/ \n\0é\ud800{}\"\\";

  private final Partner partner = new Partner();

  @ParameterizedTest
  @Tag("J1")
  @Tag("J13")
  @ValueSource(strings = {"RS256", "PS256", "ES256", "EdDSA"})
  void lookUp_mutatedToken_isRefused(String algorithm) {
    PartnerKey key = PartnerKey.of("k1", algorithm);
    ForeignTokens tokens = partner.tokens(PartnerKey.jwks(key.jwk()), "algorithms", algorithm);
    String genuine = key.sign(partner.claims());
    Random random = new Random(20260312);

    for (int i = 0; i < 2_000; i++) {
      String mutated = mutated(genuine, random);
      if (!mutated.equals(genuine)) {
        assertThat(tokens.lookUp(mutated)).as(mutated).isInstanceOf(Refused.class);
      }
    }
    accepted(tokens.lookUp(genuine));
  }

  /** One to three characters changed, left out, put in, or parts swapped. */
  private static String mutated(String genuine, Random random) {
    StringBuilder text = new StringBuilder(genuine);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length());
      char other = LETTERS.charAt(random.nextInt(LETTERS.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, other);
        default -> text.append(text.substring(at)).delete(0, random.nextInt(3));
      }
    }
    return text.toString();
  }

  @Test
  void lookUp_longTexts_areRefusedWithoutMuchWork() {
    ForeignTokens tokens = partner.tokensOfItsKey();
    String longest = "e".repeat(10_000_000);

    assertThat(tokens.lookUp(longest)).isInstanceOf(Refused.class);
    assertThat(tokens.lookUp(longest + ".e." + longest)).isInstanceOf(Refused.class);
    assertThat(tokens.lookUp(".".repeat(8000))).isInstanceOf(Refused.class);
    assertThat(tokens.find(longest)).isEmpty();
  }

  @Test
  void lookUp_longestToken_isTakenAndALongerOneIsNot() {
    ForeignTokens tokens = partner.tokensOfItsKey();

    accepted(tokens.lookUp(ofLength(8190, 8192)));
    assertThat(tokens.lookUp(ofLength(8193, 8196))).isInstanceOf(Refused.class);
  }

  private String ofLength(int least, int most) {
    for (int filler = 5000; filler < 7000; filler++) {
      String claims = partner.claimsPlus("\"x\":\"" + "x".repeat(filler) + '"');
      int length = lengthOf(Partner.KEY.header()) + 1 + lengthOf(claims) + 1 + 342;
      if (length >= least && length <= most) {
        return Partner.KEY.sign(claims);
      }
    }
    throw new AssertionError("no such length");
  }

  private static int lengthOf(String part) {
    return (part.length() * 4 + 2) / 3;
  }
}
